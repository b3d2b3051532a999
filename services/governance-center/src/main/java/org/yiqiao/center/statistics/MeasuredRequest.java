package org.yiqiao.center.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the center measures it.
 *
 * @param day UTC day of {@code requestedAt}, such as {@code 2026-01-31}: the sheet that it stands on
 * @param township that it counts for, also while it is unrouted
 * @param path codes from the township down; empty while it is unrouted
 * @param closedAt null while it is open
 */
public record MeasuredRequest(
        String day,
        String service,
        @Nullable String township,
        List<String> path,
        Instant requestedAt,
        @Nullable Instant closedAt) {

    MeasuredRequest(String service, @Nullable String township, List<String> path, Instant requestedAt) {
        this(requestedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString(), service, township, path, requestedAt, null);
    }

    MeasuredRequest withPlace(String town, List<String> found) {
        return new MeasuredRequest(day, service, town, found, requestedAt, closedAt);
    }

    MeasuredRequest withClosedAt(@Nullable Instant at) {
        return new MeasuredRequest(day, service, township, path, requestedAt, at);
    }
}
