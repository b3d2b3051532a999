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
import org.yiqiao.request.cases.ImportExternalRequest;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;

/** Parses one row of an Open311 export into a request. */
final class RequestRowParser {

    /**
     * The maximum time by which a closing can precede its request: the clocks of two systems differ, and some
     * timestamps are cut to the minute.
     */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    private static final Duration FUTURE_TOLERANCE = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{0,40})?(?:[eE][+-]?\\d{1,3})?");
    private static final int MAX_DESCRIPTION_LENGTH = 10_000;
    private static final int MAX_ADDRESS_LENGTH = 500;

    private RequestRowParser() {}

    /** @throws InvalidRowException if the row does not describe a valid request */
    static ImportExternalRequest parse(CsvColumns.CsvRow row, Instant now) throws InvalidRowException {
        if (row.hasInvalidUtf8()) {
            throw new InvalidRowException("row.encoding");
        }
        String id = row.get("service_request_id");
        if (!ID.matcher(id).matches()) {
            throw new InvalidRowException(id.isEmpty() ? "row.no-id" : "row.id-malformed");
        }
        String service = row.get("service_name");
        if (service.isEmpty()) {
            throw new InvalidRowException("row.no-service");
        }
        String description = row.get("description");
        String address = row.get("address");
        if (service.length() > RequestedServiceNameValidator.MAX_LENGTH
                || description.length() > MAX_DESCRIPTION_LENGTH
                || address.length() > MAX_ADDRESS_LENGTH) {
            throw new InvalidRowException("row.too-long");
        }
        Optional<Rejection> rejection = RequestedServiceNameValidator.validate(service);
        if (rejection.isPresent()) {
            throw new InvalidRowException(rejection.get().code());
        }
        Instant requestedAt = instant(row.get("requested_datetime"), now);
        return new ImportExternalRequest(
                id,
                service,
                emptyToNull(row.get("service_code")),
                description,
                emptyToNull(address),
                location(row.get("lat"), row.get("long")),
                requestedAt,
                closedAt(row, requestedAt, now));
    }

    private static @Nullable Instant closedAt(CsvColumns.CsvRow row, Instant requestedAt, Instant now)
            throws InvalidRowException {
        return switch (row.get("status").toLowerCase(Locale.ROOT)) {
            case "open" -> null;
            case "closed" -> {
                Instant closedAt = instant(row.get("updated_datetime"), now);
                if (closedAt.isBefore(requestedAt.minus(CLOCK_TOLERANCE))) {
                    throw new InvalidRowException("row.closed-before-opened");
                }
                yield closedAt;
            }
            default -> throw new InvalidRowException("row.unknown-status");
        };
    }

    private static Instant instant(String text, Instant now) throws InvalidRowException {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(now.plus(FUTURE_TOLERANCE))) {
                throw new InvalidRowException("row.impossible-date");
            }
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw new InvalidRowException(text.isEmpty() ? "row.no-date" : "row.impossible-date");
        }
    }

    private static @Nullable Point location(String lat, String lon) throws InvalidRowException {
        if (lat.isEmpty() && lon.isEmpty()) {
            return null;
        }
        try {
            return new Point(degrees(lat), degrees(lon));
        } catch (IllegalArgumentException e) {
            throw new InvalidRowException("row.impossible-coordinate");
        }
    }

    /**
     * Returns the number that the text denotes. {@link Double#parseDouble} alone would also accept hexadecimal numbers,
     * {@code NaN} and the suffixes of Java.
     *
     * @throws NumberFormatException if the text is not a decimal number
     */
    private static double degrees(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("Not a decimal number");
        }
        return Double.parseDouble(text);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
