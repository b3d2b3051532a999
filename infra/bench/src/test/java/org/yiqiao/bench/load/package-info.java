@NullMarked
package org.yiqiao.bench.load;

import org.jspecify.annotations.NullMarked;
