/** What has changed, told as it changes. */
@NullMarked
package org.yiqiao.center.live;

import org.jspecify.annotations.NullMarked;
