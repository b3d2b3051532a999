/** Matters: what grid staff find on patrol. */
@NullMarked
package org.yiqiao.grid.matters;

import org.jspecify.annotations.NullMarked;
