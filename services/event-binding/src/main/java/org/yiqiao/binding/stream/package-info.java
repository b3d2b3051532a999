/** Event handlers as Spring Cloud Stream functions. */
@NullMarked
package org.yiqiao.binding.stream;

import org.jspecify.annotations.NullMarked;
