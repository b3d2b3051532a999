/** The territory of a township: communities, grids and micro-grids with their boundaries. */
@NullMarked
package org.yiqiao.grid.territory;

import org.jspecify.annotations.NullMarked;
