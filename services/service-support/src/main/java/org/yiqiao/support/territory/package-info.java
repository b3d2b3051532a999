/** A local replica of the territory, which locates the place of a point. */
@NullMarked
package org.yiqiao.support.territory;

import org.jspecify.annotations.NullMarked;
