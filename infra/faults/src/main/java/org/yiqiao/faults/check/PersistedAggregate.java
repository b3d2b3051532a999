package org.yiqiao.faults.check;

import org.bson.BsonDocument;

/**
 * An aggregate as stored by its service.
 *
 * @param pendingEvents number of events in the outbox
 */
public record PersistedAggregate(long version, int pendingEvents, BsonDocument state) {}
