/** The subjects in turns: sustainable rate, cost and latency of each. */
@NullMarked
package org.yiqiao.bench.comparison;

import org.jspecify.annotations.NullMarked;
