package org.yiqiao.faults.check;

import org.bson.BsonDocument;

/**
 * An aggregate as its service keeps it.
 *
 * @param pending how many of its events wait in its outbox
 */
public record Kept(long version, int pending, BsonDocument state) {}
