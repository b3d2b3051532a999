/** The ports that what is embedded here listens on. */
@NullMarked
package org.yiqiao.infra.port;

import org.jspecify.annotations.NullMarked;
