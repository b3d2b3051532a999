/** Reactions of grid management to events of other services. */
@NullMarked
package org.yiqiao.grid.reactions;

import org.jspecify.annotations.NullMarked;
