/** How often what many wait for is begun, so that those who come close together share it. */
@NullMarked
package org.yiqiao.core.throttle;

import org.jspecify.annotations.NullMarked;
