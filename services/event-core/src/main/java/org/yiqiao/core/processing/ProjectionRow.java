package org.yiqiao.core.processing;

import org.jspecify.annotations.Nullable;

/**
 * A row of a projection.
 *
 * @param id id of the aggregate
 * @param lastSeq sequence number of the last event applied
 * @param content null if the events so far led to no row
 */
public record ProjectionRow<R>(
        String id, long lastSeq, @Nullable R content) {

    static <R> ProjectionRow<R> empty(String id) {
        return new ProjectionRow<>(id, 0, null);
    }
}
