package org.yiqiao.request.intake.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.cases.TakeOver;
import org.yiqiao.support.privacy.ServiceName;

/** One row of an Open311 export, turned into the request that it tells of. */
final class RequestRow {

    /** How far a closing may stand before its request: two systems' clocks, and stamps cut to the minute. */
    static final Duration CLOCK_NOISE = Duration.ofMinutes(15);

    private static final Duration FUTURE_NOISE = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_ADDRESS = 500;

    private RequestRow() {}

    /** @throws RowFault if the row cannot be a request */
    static TakeOver read(CsvColumns.Row row, Instant now) throws RowFault {
        if (row.isMangled()) {
            throw new RowFault("row.encoding");
        }
        String id = row.get("service_request_id");
        if (!ID.matcher(id).matches()) {
            throw new RowFault(id.isEmpty() ? "row.no-id" : "row.id-malformed");
        }
        String service = row.get("service_name");
        if (service.isEmpty()) {
            throw new RowFault("row.no-service");
        }
        String description = row.get("description");
        String address = row.get("address");
        if (service.length() > ServiceName.LONGEST
                || description.length() > LONGEST_DESCRIPTION
                || address.length() > LONGEST_ADDRESS) {
            throw new RowFault("row.too-long");
        }
        Optional<Rejection> fault = ServiceName.fault(service);
        if (fault.isPresent()) {
            throw new RowFault(fault.get().code());
        }
        Instant requestedAt = instant(row.get("requested_datetime"), now);
        return new TakeOver(
                id,
                service,
                emptyToNull(row.get("service_code")),
                description,
                emptyToNull(address),
                location(row.get("lat"), row.get("long")),
                requestedAt,
                closedAt(row, requestedAt, now));
    }

    private static @Nullable Instant closedAt(CsvColumns.Row row, Instant requestedAt, Instant now) throws RowFault {
        return switch (row.get("status").toLowerCase(Locale.ROOT)) {
            case "open" -> null;
            case "closed" -> {
                Instant closedAt = instant(row.get("updated_datetime"), now);
                if (closedAt.isBefore(requestedAt.minus(CLOCK_NOISE))) {
                    throw new RowFault("row.closed-before-opened");
                }
                yield closedAt;
            }
            default -> throw new RowFault("row.unknown-status");
        };
    }

    private static Instant instant(String text, Instant now) throws RowFault {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(now.plus(FUTURE_NOISE))) {
                throw new RowFault("row.impossible-date");
            }
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw new RowFault(text.isEmpty() ? "row.no-date" : "row.impossible-date");
        }
    }

    private static @Nullable Point location(String lat, String lon) throws RowFault {
        if (lat.isEmpty() && lon.isEmpty()) {
            return null;
        }
        try {
            return new Point(Double.parseDouble(lat), Double.parseDouble(lon));
        } catch (IllegalArgumentException e) {
            throw new RowFault("row.impossible-coordinate");
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
