/** Takes requests: a document, then a message. */
@NullMarked
package org.yiqiao.bench.stream.requests;

import org.jspecify.annotations.NullMarked;
