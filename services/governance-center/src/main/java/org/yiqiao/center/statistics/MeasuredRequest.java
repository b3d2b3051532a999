package org.yiqiao.center.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a request that the statistics need.
 *
 * @param day UTC day of {@code requestedAt}, such as {@code 2026-01-31}; the daily table that contains the request
 * @param township code of the township that counts the request, even before routing; null if none is known
 * @param path codes of the places of the request, from the township down; empty before routing
 * @param closedAt null while the request is open
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

    MeasuredRequest withPlace(String newTownship, List<String> newPath) {
        return new MeasuredRequest(day, service, newTownship, newPath, requestedAt, closedAt);
    }

    MeasuredRequest withClosedAt(@Nullable Instant at) {
        return new MeasuredRequest(day, service, township, path, requestedAt, at);
    }
}
