/** Keeping aggregates: one document each, one atomic write for a command, its state, its events and its memory. */
@NullMarked
package org.yiqiao.core.aggregate;

import org.jspecify.annotations.NullMarked;
