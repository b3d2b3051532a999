/** Tells where the time of a build's tests went. */
@NullMarked
package org.yiqiao.times;

import org.jspecify.annotations.NullMarked;
