@NullMarked
package org.yiqiao.bench.comparison;

import org.jspecify.annotations.NullMarked;
