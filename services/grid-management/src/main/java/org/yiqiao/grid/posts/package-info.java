/** Posts of the grids: who answers for a grid. */
@NullMarked
package org.yiqiao.grid.posts;

import org.jspecify.annotations.NullMarked;
