/**
 * Stores aggregates: one document per aggregate, and one atomic write per command for its state, its events and its
 * processed commands.
 */
@NullMarked
package org.yiqiao.core.aggregate;

import org.jspecify.annotations.NullMarked;
