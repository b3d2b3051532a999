/** A replica of the territory, and which place a point lies in. */
@NullMarked
package org.yiqiao.support.territory;

import org.jspecify.annotations.NullMarked;
