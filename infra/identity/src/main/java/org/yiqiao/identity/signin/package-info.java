/** The page on which people sign in. */
@NullMarked
package org.yiqiao.identity.signin;

import org.jspecify.annotations.NullMarked;
