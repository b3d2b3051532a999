/** The configured accounts of people (sign-in) and programs (token requests). */
@NullMarked
package org.yiqiao.identity.accounts;

import org.jspecify.annotations.NullMarked;
