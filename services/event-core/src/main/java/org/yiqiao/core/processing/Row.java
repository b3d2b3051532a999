package org.yiqiao.core.processing;

import org.jspecify.annotations.Nullable;

/**
 * A row of a projection.
 *
 * @param id id of the aggregate
 * @param lastSeq sequence number of the last event applied
 * @param content null if the events so far led to no row
 */
public record Row<R>(String id, long lastSeq, @Nullable R content) {

    static <R> Row<R> empty(String id) {
        return new Row<>(id, 0, null);
    }
}
