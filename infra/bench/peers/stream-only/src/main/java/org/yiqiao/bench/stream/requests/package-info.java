/** Accepts requests: writes a document, then sends a message. */
@NullMarked
package org.yiqiao.bench.stream.requests;

import org.jspecify.annotations.NullMarked;
