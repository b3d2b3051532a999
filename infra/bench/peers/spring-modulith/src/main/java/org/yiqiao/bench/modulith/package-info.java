/** The work of the benchmark as a Spring team would implement it on Spring Modulith and PostgreSQL. */
@NullMarked
package org.yiqiao.bench.modulith;

import org.jspecify.annotations.NullMarked;
