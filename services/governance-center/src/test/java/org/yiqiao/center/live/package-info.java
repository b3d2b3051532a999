@NullMarked
package org.yiqiao.center.live;

import org.jspecify.annotations.NullMarked;
