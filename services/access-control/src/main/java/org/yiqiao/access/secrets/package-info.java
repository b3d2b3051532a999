/** Secrets that a service generates and stores with its data unless they are configured. */
@NullMarked
package org.yiqiao.access.secrets;

import org.jspecify.annotations.NullMarked;
