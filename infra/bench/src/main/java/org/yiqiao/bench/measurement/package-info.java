/** The further measurements of Yiqiao alone. */
@NullMarked
package org.yiqiao.bench.measurement;

import org.jspecify.annotations.NullMarked;
