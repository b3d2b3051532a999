/** API keys for programs that follow Open311, where a client presents an API key instead of a token. */
@NullMarked
package org.yiqiao.support.apikeys;

import org.jspecify.annotations.NullMarked;
