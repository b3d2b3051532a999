/** The first page. */
@NullMarked
package org.yiqiao.center.page;

import org.jspecify.annotations.NullMarked;
