package org.yiqiao.faults.check;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** A projection's or reaction's row as it is kept. */
public record PersistedRow(long lastSeq, @Nullable BsonDocument content) {}
