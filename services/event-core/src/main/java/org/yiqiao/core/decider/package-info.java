/** Deciding: commands carry their rule, decisions are values, nothing here touches a clock, a store or the network. */
@NullMarked
package org.yiqiao.core.decider;

import org.jspecify.annotations.NullMarked;
