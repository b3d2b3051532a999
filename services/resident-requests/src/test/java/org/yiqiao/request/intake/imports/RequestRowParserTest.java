package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Point;
import org.yiqiao.request.cases.ImportExternalRequest;

class RequestRowParserTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");

    /** The row under test, with a field for each column that the parser reads; tests change single fields. */
    private final Map<String, String> fields = new LinkedHashMap<>(Map.of(
            "service_request_id", "101002",
            "status", "Closed",
            "service_name", "Illegal Parking",
            "service_code", "P1",
            "description", "On the pavement",
            "address", "1 Main St.",
            "requested_datetime", "2019-05-01T08:00:00+08:00",
            "updated_datetime", "2019-05-02T09:30:15.123456Z",
            "lat", "30.07",
            "long", "120.17"));

    private RequestRowParserTest with(String column, String value) {
        fields.put(column, value);
        return this;
    }

    private RequestRowParserTest without(String column) {
        fields.remove(column);
        return this;
    }

    private ImportExternalRequest parse() throws Exception {
        String header = String.join(",", fields.keySet());
        String row = fields.values().stream()
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
        return RequestRowParser.parse(
                CsvFixture.rows(header + "\n" + row + "\n").getFirst(), NOW);
    }

    private void assertInvalidRow(String code) {
        assertThatThrownBy(this::parse).isInstanceOfSatisfying(InvalidRowException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void closedRequestIsParsedWithAllFields() throws Exception {
        assertThat(parse())
                .isEqualTo(new ImportExternalRequest(
                        "101002",
                        "Illegal Parking",
                        "P1",
                        "On the pavement",
                        "1 Main St.",
                        new Point(30.07, 120.17),
                        Instant.parse("2019-05-01T00:00:00Z"),
                        Instant.parse("2019-05-02T09:30:15.123Z")));
    }

    @Test
    void openRequestNeedsOnlyRequiredFields() throws Exception {
        assertThat(with("status", "OPEN")
                        .without("service_code")
                        .without("updated_datetime")
                        .with("description", "")
                        .with("address", " ")
                        .with("lat", "")
                        .with("long", "")
                        .parse())
                .isEqualTo(new ImportExternalRequest(
                        "101002",
                        "Illegal Parking",
                        null,
                        "",
                        null,
                        null,
                        Instant.parse("2019-05-01T00:00:00Z"),
                        null));
    }

    @Test
    void updateTimeOfOpenRequestIsIgnored() throws Exception {
        assertThat(with("status", "open")
                        .with("updated_datetime", "yesterday")
                        .parse()
                        .closedAt())
                .isNull();
    }

    @Test
    void invalidUtf8IsRejected() {
        with("description", "caf\uFFFE").assertInvalidRow("row.encoding");
    }

    @Test
    void idIsRequired() {
        with("service_request_id", " ").assertInvalidRow("row.no-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "1;2", "编号", "12345678901234567890123456789012345678901234567890123456789012345"})
    void malformedIdIsRejected(String id) {
        with("service_request_id", id).assertInvalidRow("row.id-malformed");
    }

    @Test
    void idCanHaveSeveralParts() throws Exception {
        String id = "SF:16/42-a_b." + "1".repeat(51);
        assertThat(id).hasSize(64);
        assertThat(with("service_request_id", " " + id + " ").parse().externalId())
                .isEqualTo(id);
    }

    @Test
    void serviceNameIsRequired() {
        with("service_name", "").assertInvalidRow("row.no-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"噪音 王小明 13812345678", "Noise, call ０１２-３４５ ６７", "Noise: wang@example.org"})
    void serviceNameWithContactIsRejected(String name) {
        with("service_name", name).assertInvalidRow("service.has-contact");
    }

    @ParameterizedTest
    @CsvSource({"service_name,100", "description,10000", "address,500"})
    void fieldLengthIsLimited(String column, int longest) throws Exception {
        assertThat(with(column, "x".repeat(longest)).parse()).isNotNull();
        with(column, "x".repeat(longest + 1)).assertInvalidRow("row.too-long");
    }

    @Test
    void requestDateIsRequired() {
        with("requested_datetime", "").assertInvalidRow("row.no-date");
    }

    @Test
    void closedRequestRequiresClosingDate() {
        with("updated_datetime", "").assertInvalidRow("row.no-date");
        without("updated_datetime").assertInvalidRow("row.no-date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2019-05-01",
                "2019-05-01T08:00:00",
                "05/01/2019 08:00",
                "2019-02-29T08:00:00Z",
                "1969-12-31T23:59:59Z",
                "2026-03-03T02:10:00.001Z",
                "+999999999-12-31T23:59:59Z"
            })
    void impossibleDateIsRejected(String date) {
        with("requested_datetime", date).assertInvalidRow("row.impossible-date");
        with("requested_datetime", "2019-05-01T08:00:00Z")
                .with("updated_datetime", date)
                .assertInvalidRow("row.impossible-date");
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
        with("updated_datetime", "2019-04-30T23:44:59.999Z").assertInvalidRow("row.closed-before-opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "closing", "Resolved", "1"})
    void unknownStatusIsRejected(String status) {
        with("status", status).assertInvalidRow("row.unknown-status");
    }

    @ParameterizedTest
    @CsvSource({
        "30.07,",
        ",120.17",
        "91,120",
        "30,181",
        "NaN,NaN",
        "N,E",
        "'30,07',120",
        "Infinity,0",
        "30.0655d,120",
        "30.0655f,120",
        "0x1Ep0,0x78p0",
        "0x1E,0x78",
        "３０,120",
        ".5,120",
        "1_0,120"
    })
    void invalidCoordinateIsRejected(String lat, String lon) {
        with("lat", lat == null ? "" : lat)
                .with("long", lon == null ? "" : lon)
                .assertInvalidRow("row.impossible-coordinate");
    }
}
