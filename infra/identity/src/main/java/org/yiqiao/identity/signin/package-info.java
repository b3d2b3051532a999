/** The sign-in page for people. */
@NullMarked
package org.yiqiao.identity.signin;

import org.jspecify.annotations.NullMarked;
