/** The governance center: statistics and a live dashboard from the events of all services. */
@NullMarked
package org.yiqiao.center;

import org.jspecify.annotations.NullMarked;
