/** What every subject stands on: one broker, one document store, one PostgreSQL. */
@NullMarked
package org.yiqiao.bench.backend;

import org.jspecify.annotations.NullMarked;
