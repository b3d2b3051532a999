/** Compares load, latency and cost of Yiqiao and its peers in one repeatable run. */
@NullMarked
package org.yiqiao.bench;

import org.jspecify.annotations.NullMarked;
