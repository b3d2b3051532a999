/** The benchmark's command path as most samples of Spring Cloud Stream show it: a document, then a message, no outbox. */
@NullMarked
package org.yiqiao.bench.stream;

import org.jspecify.annotations.NullMarked;
