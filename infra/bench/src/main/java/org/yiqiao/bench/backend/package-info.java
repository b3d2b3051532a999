/** The servers that the subjects use: a broker, a document store and a PostgreSQL server. */
@NullMarked
package org.yiqiao.bench.backend;

import org.jspecify.annotations.NullMarked;
