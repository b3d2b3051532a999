/** The ports on which the embedded servers listen. */
@NullMarked
package org.yiqiao.infra.port;

import org.jspecify.annotations.NullMarked;
