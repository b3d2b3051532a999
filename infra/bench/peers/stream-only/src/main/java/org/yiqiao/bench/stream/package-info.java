/** The work of the benchmark as most samples of Spring Cloud Stream do it: a document, then a message, no outbox. */
@NullMarked
package org.yiqiao.bench.stream;

import org.jspecify.annotations.NullMarked;
