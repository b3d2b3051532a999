/** Grid management: places, and who answers for them. */
@NullMarked
package org.yiqiao.grid;

import org.jspecify.annotations.NullMarked;
