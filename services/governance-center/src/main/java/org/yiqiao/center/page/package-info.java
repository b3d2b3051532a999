/** Serves the files of the dashboard page. */
@NullMarked
package org.yiqiao.center.page;

import org.jspecify.annotations.NullMarked;
