/** Access control: callers, their posts, and the policy table that decides which operations they may execute where. */
@NullMarked
package org.yiqiao.access;

import org.jspecify.annotations.NullMarked;
