/** What every subject stands on: one broker, one document store, one PostgreSQL. */
@NullMarked
package org.yiqiao.bench.backbone;

import org.jspecify.annotations.NullMarked;
