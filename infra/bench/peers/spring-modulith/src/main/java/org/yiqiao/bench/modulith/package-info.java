/** The benchmark's command path as a Spring team would build it on Spring Modulith and PostgreSQL. */
@NullMarked
package org.yiqiao.bench.modulith;

import org.jspecify.annotations.NullMarked;
