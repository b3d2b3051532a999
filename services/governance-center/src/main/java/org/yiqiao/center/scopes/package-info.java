/** The places that can be looked at. */
@NullMarked
package org.yiqiao.center.scopes;

import org.jspecify.annotations.NullMarked;
