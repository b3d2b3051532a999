/** Guessing passwords is slow, whichever door is tried. */
@NullMarked
package org.yiqiao.identity.guesses;

import org.jspecify.annotations.NullMarked;
