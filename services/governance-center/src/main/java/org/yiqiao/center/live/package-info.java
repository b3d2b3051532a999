/** Notifies browsers of changes as they happen. */
@NullMarked
package org.yiqiao.center.live;

import org.jspecify.annotations.NullMarked;
