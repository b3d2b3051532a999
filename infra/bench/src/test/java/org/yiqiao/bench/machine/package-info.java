@NullMarked
package org.yiqiao.bench.machine;

import org.jspecify.annotations.NullMarked;
