/** Describes the machine and reads the CPU time and memory of processes. */
@NullMarked
package org.yiqiao.bench.machine;

import org.jspecify.annotations.NullMarked;
