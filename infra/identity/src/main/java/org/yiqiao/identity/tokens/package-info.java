/** The authorization server: issues tokens to its clients by OAuth 2.1 and OpenID Connect. */
@NullMarked
package org.yiqiao.identity.tokens;

import org.jspecify.annotations.NullMarked;
