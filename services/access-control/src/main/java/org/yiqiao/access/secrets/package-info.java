/** Secrets that a service makes up and keeps among its data if none are configured. */
@NullMarked
package org.yiqiao.access.secrets;

import org.jspecify.annotations.NullMarked;
