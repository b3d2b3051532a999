/** What grid management does when other services tell it something. */
@NullMarked
package org.yiqiao.grid.reactions;

import org.jspecify.annotations.NullMarked;
