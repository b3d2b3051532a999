@NullMarked
package org.yiqiao.faults.check;

import org.jspecify.annotations.NullMarked;
