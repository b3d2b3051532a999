/** Starts, suspends and stops the measured processes. */
@NullMarked
package org.yiqiao.bench.process;

import org.jspecify.annotations.NullMarked;
