/** Throttles how often batches start, so that requests that arrive close together share a batch. */
@NullMarked
package org.yiqiao.core.throttle;

import org.jspecify.annotations.NullMarked;
