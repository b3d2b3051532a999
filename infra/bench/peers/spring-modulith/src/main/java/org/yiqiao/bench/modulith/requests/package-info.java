/** Takes requests: a row and an event publication in one transaction, the event to Kafka after it. */
@NullMarked
package org.yiqiao.bench.modulith.requests;

import org.jspecify.annotations.NullMarked;
