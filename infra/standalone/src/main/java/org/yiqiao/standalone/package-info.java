/** The township in a box: broker, document store, the four services and who issues their tokens, with one command. */
@NullMarked
package org.yiqiao.standalone;

import org.jspecify.annotations.NullMarked;
