/** Matters that grid staff report from patrol. */
@NullMarked
package org.yiqiao.grid.matters;

import org.jspecify.annotations.NullMarked;
