/**
 * Decides commands: a command carries its rule, a decision is a value, and no code here uses a clock, a store or the
 * network.
 */
@NullMarked
package org.yiqiao.core.decider;

import org.jspecify.annotations.NullMarked;
