/** The township in a box: broker, document store and the four services with one command. */
@NullMarked
package org.yiqiao.standalone;

import org.jspecify.annotations.NullMarked;
