/** Load, latency and cost of Yiqiao beside its peers, in one run that anyone can repeat. */
@NullMarked
package org.yiqiao.bench;

import org.jspecify.annotations.NullMarked;
