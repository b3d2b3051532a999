/** Subscribers as Spring Cloud Stream functions. */
@NullMarked
package org.yiqiao.support.stream;

import org.jspecify.annotations.NullMarked;
