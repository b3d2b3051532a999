package org.yiqiao.request.intake.imports;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.intake.imports.TimestampParser.InvalidTimeException;
import org.yiqiao.request.intake.imports.TimestampParser.Timestamp;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;
import org.yiqiao.support.territory.MapDatum;

/** Maps the records of one file to requests. */
final class MappedRowParser {

    /**
     * The maximum time by which a closing can precede its request: the clocks of two systems differ, and some
     * timestamps are cut to the minute.
     */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    /** Replaces bytes that are not valid in decoded text. It is a noncharacter, which no text contains. */
    static final char INVALID_BYTES_MARKER = '\uFFFE';

    private static final Duration FUTURE_TOLERANCE = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,64}");
    private static final Pattern PLACE_CODE = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{0,40})?");
    private static final Pattern WEB_ADDRESS = Pattern.compile("(https?://[^\\s()\"<>]{1,2000})(?:\\s.*)?");
    private static final int MAX_DESCRIPTION_LENGTH = 10_000;
    private static final int MAX_ADDRESS_LENGTH = 500;
    private static final int DERIVED_ID_BYTES = 12;
    private static final int MAX_LATITUDE = 90;
    private static final int MAX_LONGITUDE = 180;

    private final ColumnPositions columns;
    private final ImportMapping mapping;
    private final TimestampParser times;
    private final MapDatum datum;
    private final Map<String, String> statuses = new HashMap<>(Map.of("open", "open", "closed", "closed"));
    private final Map<String, String> services = new HashMap<>();
    private final boolean fixedCount;
    private final boolean roundedIds;
    private final boolean roundedPlaces;

    /**
     * @param fixedCount whether each row has as many fields as the header
     * @param firstRows the first rows of the file, which show whether a spreadsheet rounded its codes
     */
    MappedRowParser(ColumnPositions columns, FileOptions options, boolean fixedCount, List<FileRecord> firstRows) {
        this.columns = columns;
        this.mapping = options.mapping();
        this.times = new TimestampParser(options.zone(), options.dateOrder());
        this.datum = Objects.requireNonNullElse(options.datum(), MapDatum.WGS84);
        this.fixedCount = fixedCount;
        mapping.statuses().forEach((from, to) -> statuses.put(key(from), to));
        mapping.services().forEach((from, to) -> services.put(key(from), to));
        this.roundedIds = ShortenedCodes.areRounded(texts(firstRows, RequestField.ID));
        this.roundedPlaces = ShortenedCodes.areRounded(texts(firstRows, RequestField.PLACE_CODE));
    }

    /** @throws InvalidRowException if the row does not describe a valid request */
    RequestRow parse(FileRecord row, Instant now) throws InvalidRowException {
        requireReadable(row);
        String id = id(row);
        Instant requestedAt = time(row, RequestField.REQUESTED, now).instant();
        return new RequestRow(
                row.line(),
                id,
                service(row),
                emptyToNull(columns.get(row, RequestField.SERVICE_CODE)),
                limited(row, RequestField.DESCRIPTION, MAX_DESCRIPTION_LENGTH),
                emptyToNull(limited(row, RequestField.ADDRESS, MAX_ADDRESS_LENGTH)),
                location(row),
                placeCode(row),
                mediaUrl(row),
                requestedAt,
                closedAt(row, requestedAt, now),
                updatedAt(row, now));
    }

    private void requireReadable(FileRecord row) throws InvalidRowException {
        if (row.fault() != null) {
            throw new InvalidRowException(row.fault());
        }
        if (fixedCount && row.fields().size() != columns.count()) {
            throw new InvalidRowException("row.wrong-field-count");
        }
        for (int i = 0; i < row.fields().size(); i++) {
            if (row.fields().get(i).indexOf(INVALID_BYTES_MARKER) >= 0) {
                throw new InvalidRowException("row.encoding", columns.header().get(i), null);
            }
        }
    }

    private String id(FileRecord row) throws InvalidRowException {
        if (mapping.hasDerivedIds()) {
            return derivedId(columns.identity(row));
        }
        String id = columns.get(row, RequestField.ID);
        if (id.isEmpty()) {
            throw invalid("row.no-id", RequestField.ID);
        }
        requireAllDigits(id, RequestField.ID, roundedIds);
        if (!ID.matcher(id).matches()) {
            throw invalid("row.id-malformed", RequestField.ID);
        }
        return id;
    }

    /** Returns an id that stays the same when the status of the request changes. */
    private static String derivedId(List<String> values) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u001f", values).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DERIVED_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireAllDigits(String code, RequestField field, boolean rounded) throws InvalidRowException {
        if (ShortenedCodes.isScientific(code) || (rounded && ShortenedCodes.isLong(code))) {
            throw invalid("row.code-shortened", field);
        }
    }

    private String service(FileRecord row) throws InvalidRowException {
        String name = columns.get(row, RequestField.SERVICE);
        String service = services.getOrDefault(key(name), name);
        if (service.isEmpty()) {
            throw invalid("row.no-service", RequestField.SERVICE);
        }
        if (service.length() > RequestedServiceNameValidator.MAX_LENGTH) {
            throw invalid("row.too-long", RequestField.SERVICE);
        }
        Optional<Rejection> rejection = RequestedServiceNameValidator.validate(service);
        if (rejection.isPresent()) {
            throw invalid(rejection.get().code(), RequestField.SERVICE);
        }
        return service;
    }

    private String limited(FileRecord row, RequestField field, int maxLength) throws InvalidRowException {
        String text = columns.get(row, field);
        if (text.length() > maxLength) {
            throw invalid("row.too-long", field);
        }
        return text;
    }

    private @Nullable String placeCode(FileRecord row) throws InvalidRowException {
        String code = columns.get(row, RequestField.PLACE_CODE);
        requireAllDigits(code, RequestField.PLACE_CODE, roundedPlaces);
        if (!code.isEmpty() && !PLACE_CODE.matcher(code).matches()) {
            throw invalid("row.place-malformed", RequestField.PLACE_CODE);
        }
        return emptyToNull(code);
    }

    /** Accepts an address that is followed by a description, as open data portals export links. */
    private @Nullable String mediaUrl(FileRecord row) throws InvalidRowException {
        String text = columns.get(row, RequestField.MEDIA_URL);
        if (text.isEmpty()) {
            return null;
        }
        Matcher address = WEB_ADDRESS.matcher(text);
        if (!address.matches() || !isAddress(address.group(1))) {
            throw invalid("row.media-url", RequestField.MEDIA_URL);
        }
        return address.group(1);
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable Instant closedAt(FileRecord row, Instant requestedAt, Instant now) throws InvalidRowException {
        String status = statuses.get(key(columns.get(row, RequestField.STATUS)));
        if (status == null) {
            throw invalid("row.unknown-status", RequestField.STATUS);
        }
        if (status.equals("open")) {
            return null;
        }
        RequestField field =
                columns.get(row, RequestField.CLOSED).isEmpty() ? RequestField.UPDATED : RequestField.CLOSED;
        Timestamp closing = time(row, field, now);
        Instant closedAt = closing.instant();
        if (!closedAt.isBefore(requestedAt.minus(CLOCK_TOLERANCE))) {
            return closedAt;
        }
        if (closing.dateOnly() && dayOf(closedAt).equals(dayOf(requestedAt))) {
            return requestedAt;
        }
        throw invalid("row.closed-before-opened", field);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, times.zone());
    }

    /** Returns null if the source names no valid time of a change; no rule depends on it. */
    private @Nullable Instant updatedAt(FileRecord row, Instant now) {
        try {
            return time(row, RequestField.UPDATED, now).instant();
        } catch (InvalidRowException e) {
            return null;
        }
    }

    private Timestamp time(FileRecord row, RequestField field, Instant now) throws InvalidRowException {
        String text = columns.get(row, field);
        if (text.isEmpty()) {
            throw invalid("row.no-date", field);
        }
        try {
            Timestamp time = times.parse(text);
            if (time.instant().isBefore(Instant.EPOCH) || time.instant().isAfter(now.plus(FUTURE_TOLERANCE))) {
                throw invalid("row.impossible-date", field);
            }
            return time;
        } catch (InvalidTimeException e) {
            throw invalid(e.isAmbiguous() ? "row.date-order" : "row.impossible-date", field);
        }
    }

    /** Returns null for the position 0,0, which programs write for an unknown one. */
    private @Nullable Point location(FileRecord row) throws InvalidRowException {
        String lat = columns.get(row, RequestField.LATITUDE);
        String lon = columns.get(row, RequestField.LONGITUDE);
        if (lat.isEmpty() && lon.isEmpty()) {
            return null;
        }
        if (isLongitudeOnly(lat) && isLatitude(lon)) {
            throw new InvalidRowException("row.coordinates-swapped");
        }
        double latitude = degrees(lat, RequestField.LATITUDE, MAX_LATITUDE);
        double longitude = degrees(lon, RequestField.LONGITUDE, MAX_LONGITUDE);
        return latitude == 0 && longitude == 0 ? null : datum.toWgs84(new Point(latitude, longitude));
    }

    /** Returns whether a number is a longitude but no latitude, as every longitude of China is. */
    private static boolean isLongitudeOnly(String text) {
        return DEGREES.matcher(text).matches()
                && Math.abs(Double.parseDouble(text)) > MAX_LATITUDE
                && Math.abs(Double.parseDouble(text)) <= MAX_LONGITUDE;
    }

    private static boolean isLatitude(String text) {
        return DEGREES.matcher(text).matches() && Math.abs(Double.parseDouble(text)) <= MAX_LATITUDE;
    }

    private double degrees(String text, RequestField field, int max) throws InvalidRowException {
        if (!DEGREES.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > max) {
            throw invalid("row.impossible-coordinate", field);
        }
        return Double.parseDouble(text);
    }

    private InvalidRowException invalid(String code, RequestField field) {
        return new InvalidRowException(code, columns.name(field), field.example());
    }

    private List<String> texts(List<FileRecord> rows, RequestField field) {
        return rows.stream().map(row -> columns.get(row, field)).toList();
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
