@NullMarked
package org.yiqiao.bench.report;

import org.jspecify.annotations.NullMarked;
