package org.yiqiao.core.aggregate;

import java.util.List;

/**
 * An aggregate as its document holds it.
 *
 * @param version number of events so far
 * @param outbox the events not yet known to be in Kafka: always the last ones, without gap
 */
public record StoredAggregate<S>(String id, long version, S state, List<PendingEvent> outbox, Memory memory) {}
