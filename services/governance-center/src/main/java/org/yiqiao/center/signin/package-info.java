/** Signing in to the page, with the issuer of the services' tokens. */
@NullMarked
package org.yiqiao.center.signin;

import org.jspecify.annotations.NullMarked;
