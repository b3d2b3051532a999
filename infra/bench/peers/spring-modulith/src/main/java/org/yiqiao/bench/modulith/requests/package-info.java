/** Accepts requests: writes a row and an event publication in one transaction, then sends the event to Kafka. */
@NullMarked
package org.yiqiao.bench.modulith.requests;

import org.jspecify.annotations.NullMarked;
