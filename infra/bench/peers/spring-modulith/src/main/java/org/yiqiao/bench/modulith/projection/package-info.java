/** Reads the events from Kafka in batches and maintains one readable row for each request. */
@NullMarked
package org.yiqiao.bench.modulith.projection;

import org.jspecify.annotations.NullMarked;
