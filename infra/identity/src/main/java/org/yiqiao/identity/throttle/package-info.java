/** Slows down password guessing on the sign-in page and on the token endpoint. */
@NullMarked
package org.yiqiao.identity.throttle;

import org.jspecify.annotations.NullMarked;
