/** Identity service: accounts, the sign-in page, and the tokens that the other services trust. */
@NullMarked
package org.yiqiao.identity;

import org.jspecify.annotations.NullMarked;
