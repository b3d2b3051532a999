/** What is issued to whom, by OAuth 2.1 and OpenID Connect. */
@NullMarked
package org.yiqiao.identity.tokens;

import org.jspecify.annotations.NullMarked;
