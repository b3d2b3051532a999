package org.yiqiao.faults.check;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The stored row of a projection or reaction; a row of a reaction has no content. */
public record PersistedRow(long lastSeq, @Nullable BsonDocument content) {}
