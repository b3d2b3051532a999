@NullMarked
package org.yiqiao.faults;

import org.jspecify.annotations.NullMarked;
