/** The posts of grid chiefs. */
@NullMarked
package org.yiqiao.grid.posts;

import org.jspecify.annotations.NullMarked;
