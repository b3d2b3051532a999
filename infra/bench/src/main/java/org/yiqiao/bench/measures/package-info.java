/** What else is measured of Yiqiao alone. */
@NullMarked
package org.yiqiao.bench.measures;

import org.jspecify.annotations.NullMarked;
