/** Strikes a town with faults under load and checks what must survive. */
@NullMarked
package org.yiqiao.faults;

import org.jspecify.annotations.NullMarked;
