/** Who may do what where: callers, their posts, and the one table that says it. */
@NullMarked
package org.yiqiao.access;

import org.jspecify.annotations.NullMarked;
