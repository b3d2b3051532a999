@NullMarked
package org.yiqiao.bench.contest;

import org.jspecify.annotations.NullMarked;
