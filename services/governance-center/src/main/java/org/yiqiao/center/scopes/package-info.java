/** Serves the places that callers can view. */
@NullMarked
package org.yiqiao.center.scopes;

import org.jspecify.annotations.NullMarked;
