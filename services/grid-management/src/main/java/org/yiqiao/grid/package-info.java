/** The grid management service: places and the chiefs of grids. */
@NullMarked
package org.yiqiao.grid;

import org.jspecify.annotations.NullMarked;
