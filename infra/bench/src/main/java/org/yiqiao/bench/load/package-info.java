/** Requests at a fixed rate, and when each was accepted, written, in the log and readable. */
@NullMarked
package org.yiqiao.bench.load;

import org.jspecify.annotations.NullMarked;
