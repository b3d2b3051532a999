package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Point;
import org.yiqiao.support.territory.MapDatum;

class MappedRowParserTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");

    /** The row under test, with a field for each column that the parser reads; tests change single fields. */
    private final Map<String, String> fields = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("service_request_id", "101002"),
            Map.entry("status", "Closed"),
            Map.entry("service_name", "Illegal Parking"),
            Map.entry("service_code", "P1"),
            Map.entry("description", "On the pavement"),
            Map.entry("address", "1 Main St."),
            Map.entry("requested_datetime", "2019-05-01T08:00:00+08:00"),
            Map.entry("updated_datetime", "2019-05-02T09:30:15.123456Z"),
            Map.entry("closed_datetime", ""),
            Map.entry("lat", "30.07"),
            Map.entry("long", "120.17"),
            Map.entry("place_code", "330109106004"),
            Map.entry("media_url", "https://example.org/1.jpg")));

    private MappedRowParserTest with(String column, String value) {
        fields.put(column, value);
        return this;
    }

    private RequestRow parse() throws InvalidRowException {
        return parse(FileOptions.open311(), List.of());
    }

    private RequestRow parse(FileOptions options, List<FileRecord> firstRows) throws InvalidRowException {
        ColumnPositions columns = new ColumnPositions(List.copyOf(fields.keySet()), options.mapping());
        return new MappedRowParser(columns, options, true, firstRows)
                .parse(FileRecord.readable(7, List.copyOf(fields.values())), NOW);
    }

    private void assertInvalidRow(String code, @Nullable String column) {
        assertThatThrownBy(this::parse).isInstanceOfSatisfying(InvalidRowException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.column()).isEqualTo(column);
        });
    }

    @Test
    void closedRequestIsParsedWithAllFields() throws Exception {
        Instant updated = Instant.parse("2019-05-02T09:30:15.123Z");
        assertThat(parse())
                .isEqualTo(new RequestRow(
                        7,
                        "101002",
                        "Illegal Parking",
                        "P1",
                        "On the pavement",
                        "1 Main St.",
                        new Point(30.07, 120.17),
                        "330109106004",
                        "https://example.org/1.jpg",
                        Instant.parse("2019-05-01T00:00:00Z"),
                        updated,
                        updated));
    }

    @Test
    void openRequestNeedsOnlyRequiredFields() throws Exception {
        for (String column : List.of(
                "service_code",
                "description",
                "address",
                "updated_datetime",
                "lat",
                "long",
                "place_code",
                "media_url")) {
            with(column, " ");
        }
        assertThat(with("status", "OPEN").parse())
                .isEqualTo(new RequestRow(
                        7,
                        "101002",
                        "Illegal Parking",
                        null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2019-05-01T00:00:00Z"),
                        null,
                        null));
    }

    @Test
    void timeOfClosingIsPreferredToTimeOfUpdate() throws Exception {
        RequestRow row = with("closed_datetime", "2019-05-01T20:00:00Z").parse();
        assertThat(row.closedAt()).isEqualTo("2019-05-01T20:00:00Z");
        assertThat(row.updatedAt()).isEqualTo("2019-05-02T09:30:15.123Z");
        assertThat(with("status", "open").parse().closedAt()).as("reopened").isNull();
    }

    @Test
    void invalidUpdateTimeOfOpenRequestIsIgnored() throws Exception {
        assertThat(with("status", "open")
                        .with("updated_datetime", "yesterday")
                        .parse()
                        .updatedAt())
                .isNull();
    }

    @Test
    void messageNamesColumnOfFileAndOneRightValue() {
        fields.remove("requested_datetime");
        with(" Requested_DateTime ", "soon");
        assertThatThrownBy(this::parse).isInstanceOfSatisfying(InvalidRowException.class, e -> assertThat(e.details())
                .isEqualTo(Map.of("column", "Requested_DateTime", "example", "2026-11-02T08:15:00+08:00")));
    }

    @Test
    void malformedRecordKeepsItsFault() {
        ColumnPositions columns = new ColumnPositions(List.copyOf(fields.keySet()), BuiltInMappings.OPEN311);
        MappedRowParser parser = new MappedRowParser(columns, FileOptions.open311(), true, List.of());
        assertThatThrownBy(() -> parser.parse(new FileRecord(2, List.of("\"1"), "row.quote"), NOW))
                .isInstanceOfSatisfying(
                        InvalidRowException.class, e -> assertThat(e.code()).isEqualTo("row.quote"));
        assertThatThrownBy(() -> parser.parse(FileRecord.readable(2, List.of("1", "open")), NOW))
                .isInstanceOfSatisfying(
                        InvalidRowException.class, e -> assertThat(e.code()).isEqualTo("row.wrong-field-count"));
    }

    @Test
    void invalidBytesAreRejected() {
        with("description", "caf\uFFFE").assertInvalidRow("row.encoding", "description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "1;2", "编号", "12345678901234567890123456789012345678901234567890123456789012345"})
    void malformedIdIsRejected(String id) {
        with("service_request_id", id).assertInvalidRow("row.id-malformed", "service_request_id");
    }

    @Test
    void requiredFieldsMustHaveValues() {
        with("service_request_id", " ").assertInvalidRow("row.no-id", "service_request_id");
        with("service_request_id", "1").with("service_name", "").assertInvalidRow("row.no-service", "service_name");
        with("service_name", "Noise")
                .with("requested_datetime", "")
                .assertInvalidRow("row.no-date", "requested_datetime");
    }

    @ParameterizedTest
    @CsvSource({"service_request_id,3.30109106004001E+016", "place_code,3.30109106004001E+016", "place_code,3.30109E+11"
    })
    void codeThatSpreadsheetShortenedIsRejected(String column, String code) {
        with(column, code).assertInvalidRow("row.code-shortened", column);
    }

    @Test
    void idThatSpreadsheetRoundedIsRejected() {
        List<FileRecord> firstRows = new ArrayList<>();
        int position = List.copyOf(fields.keySet()).indexOf("service_request_id");
        for (String id : List.of("20261120083000120000", "20261120083000130000", "20261120083000140000")) {
            List<String> row = new ArrayList<>(fields.values());
            row.set(position, id);
            firstRows.add(FileRecord.readable(2, row));
        }
        with("service_request_id", "20261120083000150000");
        assertThatThrownBy(() -> parse(FileOptions.open311(), firstRows))
                .isInstanceOfSatisfying(
                        InvalidRowException.class, e -> assertThat(e.code()).isEqualTo("row.code-shortened"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"330109106004001\"", "'330109106004001", "\t330109106004001"})
    void codeThatIsProtectedFromSpreadsheetsIsRead(String code) throws Exception {
        assertThat(with("place_code", code).parse().placeCode()).isEqualTo("330109106004001");
    }

    @Test
    void malformedPlaceCodeIsRejected() {
        with("place_code", "渔浦苑").assertInvalidRow("row.place-malformed", "place_code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lamp.jpg", "ftp://example.org/1.jpg", "https://", "javascript:alert(1)"})
    void otherTextThanWebAddressIsRejected(String text) {
        with("media_url", text).assertInvalidRow("row.media-url", "media_url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"噪音 王小明 13812345678", "Noise: wang@example.org"})
    void serviceNameWithContactIsRejected(String name) {
        with("service_name", name).assertInvalidRow("service.has-contact", "service_name");
    }

    @ParameterizedTest
    @CsvSource({"service_name,100", "description,10000", "address,500"})
    void fieldLengthIsLimited(String column, int longest) throws Exception {
        assertThat(with(column, "x".repeat(longest)).parse()).isNotNull();
        with(column, "x".repeat(longest + 1)).assertInvalidRow("row.too-long", column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2019-02-30", "1969-12-31T23:59:59Z", "2026-03-03T02:10:00.001Z", "1796000000000"})
    void impossibleDateIsRejected(String date) {
        with("requested_datetime", date).assertInvalidRow("row.impossible-date", "requested_datetime");
    }

    @Test
    void dateWithUnknownOrderIsRejected() {
        with("requested_datetime", "05/01/2019").assertInvalidRow("row.date-order", "requested_datetime");
    }

    @Test
    void dateUpToOneDayAheadIsAccepted() throws Exception {
        assertThat(with("requested_datetime", "2026-03-03T02:10:00Z")
                        .with("updated_datetime", "2026-03-03T02:10:00Z")
                        .parse()
                        .requestedAt())
                .isEqualTo(NOW.plusSeconds(86_400));
        assertThat(with("requested_datetime", "1970-01-01T00:00:00Z").parse().requestedAt())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void closingUpToFifteenMinutesBeforeRequestIsAccepted() throws Exception {
        assertThat(with("updated_datetime", "2019-04-30T23:45:00Z").parse().closedAt())
                .isEqualTo("2019-04-30T23:45:00Z");
        with("updated_datetime", "2019-04-30T23:44:59.999Z")
                .assertInvalidRow("row.closed-before-opened", "updated_datetime");
    }

    @Test
    void closingOnDayOfRequestWithoutTimeCountsAsClosedAtOnce() throws Exception {
        RequestRow row = with("closed_datetime", "2019/5/1").parse();
        assertThat(row.closedAt()).isEqualTo(row.requestedAt());
        with("closed_datetime", "2019/4/30").assertInvalidRow("row.closed-before-opened", "closed_datetime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "closing", "Resolved", "1"})
    void unknownStatusIsRejected(String status) {
        with("status", status).assertInvalidRow("row.unknown-status", "status");
    }

    @ParameterizedTest
    @CsvSource({"120.17,30.07", "-120.5,-30"})
    void exchangedCoordinatesAreNamed(String lat, String lon) {
        with("lat", lat).with("long", lon).assertInvalidRow("row.coordinates-swapped", null);
    }

    @ParameterizedTest
    @CsvSource({
        "30.07,,long",
        ",120.17,lat",
        "91,120,lat",
        "30,181,long",
        "NaN,NaN,lat",
        "N,E,lat",
        "'30,07',120,lat",
        "Infinity,0,lat",
        "30.0655d,120,lat",
        "30.0655f,120,lat",
        "0x1.ep4,120,lat",
        "0x1E,0x78,lat",
        ".5,120,lat",
        "1_0,120,lat",
        "3.0E1,120,lat",
        "1e1,120,lat"
    })
    void invalidCoordinateIsRejected(String lat, String lon, String column) {
        with("lat", lat == null ? "" : lat)
                .with("long", lon == null ? "" : lon)
                .assertInvalidRow("row.impossible-coordinate", column);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.0,-0.000"})
    void pointAtZeroIsNoPoint(String lat, String lon) throws Exception {
        assertThat(with("lat", lat).with("long", lon).parse().location()).isNull();
    }

    @Test
    void pointOfAChineseMapIsConvertedToWgs84() throws Exception {
        Point wgs84 = new Point(30.0655, 120.1715);
        FileOptions amap = new FileOptions(
                BuiltInMappings.OPEN311, FileOptions.DEFAULT_ZONE, null, null, null, null, MapDatum.GCJ02);
        Point converted = Objects.requireNonNull(with("lat", "30.0631322")
                .with("long", "120.1761285")
                .parse(amap, List.of())
                .location());
        assertThat(converted.lat()).isCloseTo(wgs84.lat(), within(1e-6));
        assertThat(converted.lon()).isCloseTo(wgs84.lon(), within(1e-6));
        assertThat(with("lat", "0").with("long", "0").parse(amap, List.of()).location())
                .isNull();
    }

    @Test
    void statusesAndCategoriesAreMapped() throws Exception {
        ImportMapping mapping = new ImportMapping(
                "own",
                BuiltInMappings.OPEN311.columns(),
                Map.of("Erledigt", "closed"),
                Map.of("illegal parking", "Parking"),
                List.of(),
                null,
                null);
        RequestRow row = with("status", "ERLEDIGT")
                .parse(new FileOptions(mapping, FileOptions.DEFAULT_ZONE, null, null, null, null), List.of());
        assertThat(row.isClosed()).isTrue();
        assertThat(row.service()).isEqualTo("Parking");
    }
}
