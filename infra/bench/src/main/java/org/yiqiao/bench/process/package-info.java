/** The processes that are measured. */
@NullMarked
package org.yiqiao.bench.process;

import org.jspecify.annotations.NullMarked;
