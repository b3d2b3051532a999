package org.yiqiao.faults.check;

import org.bson.BsonDocument;

/**
 * An aggregate as its service keeps it.
 *
 * @param pendingEvents how many of its events wait in its outbox
 */
public record PersistedAggregate(long version, int pendingEvents, BsonDocument state) {}
