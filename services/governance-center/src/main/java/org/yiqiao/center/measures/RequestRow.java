package org.yiqiao.center.measures;

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
public record RequestRow(
        String day,
        String service,
        @Nullable String township,
        List<String> path,
        Instant requestedAt,
        @Nullable Instant closedAt) {

    RequestRow(String service, @Nullable String township, List<String> path, Instant requestedAt) {
        this(requestedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString(), service, township, path, requestedAt, null);
    }

    RequestRow routed(String town, List<String> found) {
        return new RequestRow(day, service, town, found, requestedAt, closedAt);
    }

    RequestRow closed(@Nullable Instant at) {
        return new RequestRow(day, service, township, path, requestedAt, at);
    }
}
