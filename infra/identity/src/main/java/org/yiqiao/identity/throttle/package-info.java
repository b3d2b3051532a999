/** Guessing passwords is slow, whichever door is tried. */
@NullMarked
package org.yiqiao.identity.throttle;

import org.jspecify.annotations.NullMarked;
