/** Measures sustainable rate, cost and latency of the subjects in turns. */
@NullMarked
package org.yiqiao.bench.comparison;

import org.jspecify.annotations.NullMarked;
