package org.yiqiao.center.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.center.statistics.DailyRequestTable.RequestPlace;

class DailyRequestTableTest {

    private static final String TOWN = "330109106";
    private static final List<String> PATH = List.of(TOWN, "330109106001");
    private static final Instant MORNING = Instant.parse("2026-01-31T08:00:00.123Z");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static DailyRequestTable table(List<MeasuredRequest> day) {
        DailyRequestTable.Builder builder = new DailyRequestTable.Builder();
        day.forEach(builder::add);
        return builder.build();
    }

    private static MeasuredRequest row(
            String service,
            @Nullable String township,
            List<String> path,
            Instant requestedAt,
            @Nullable Instant closedAt) {
        return new MeasuredRequest(service, township, path, requestedAt).withClosedAt(closedAt);
    }

    /** Returns the rows of the table as measured requests. */
    private static List<MeasuredRequest> rows(DailyRequestTable table) {
        List<MeasuredRequest> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            RequestPlace place = table.places().get(table.place().get(i));
            long closed = table.closed().get(i);
            rows.add(new MeasuredRequest(
                            table.services().get(table.service().get(i)),
                            place.township(),
                            place.path(),
                            Instant.ofEpochMilli(table.requested().get(i)))
                    .withClosedAt(closed == DailyRequestTable.NOT_CLOSED ? null : Instant.ofEpochMilli(closed)));
        }
        return rows;
    }

    @Test
    void tableContainsRequestsOfDay() {
        List<MeasuredRequest> day = List.of(
                row("Noise", TOWN, PATH, MORNING, null),
                row("Litter", TOWN, PATH, MORNING, NOON),
                row("Noise", TOWN, List.of(), NOON, NOON),
                row("Noise", TOWN, List.of(TOWN), NOON, Instant.EPOCH));
        assertThat(rows(table(day))).isEqualTo(day);
        assertThat(rows(DailyRequestTableDocument.of(table(day)).toTable()))
                .as("table read from its stored form")
                .isEqualTo(day);
    }

    @Test
    void servicesAndPlacesAreStoredOnce() {
        DailyRequestTable table = table(List.of(
                row("Noise", TOWN, PATH, MORNING, null),
                row("Litter", TOWN, PATH, NOON, null),
                row("Noise", TOWN, List.of(), NOON, null),
                row("Noise", TOWN, PATH, NOON, null)));
        assertThat(table.services()).containsExactly("Noise", "Litter");
        assertThat(table.places()).containsExactly(new RequestPlace(TOWN, PATH), new RequestPlace(TOWN, List.of()));
        assertThat(table.service().array()).containsExactly(0, 1, 0, 0);
        assertThat(table.place().array()).containsExactly(0, 0, 1, 0);
        assertThat(table.requested().array())
                .containsExactly(MORNING.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli());
        assertThat(table.closed().array())
                .containsOnly(DailyRequestTable.NOT_CLOSED)
                .hasSize(4);
    }

    @Test
    void requestWithoutTownshipIsStoredWithoutTownship() {
        DailyRequestTable table = table(List.of(row("Noise", null, List.of(), MORNING, null)));
        assertThat(table.places()).containsExactly(new RequestPlace("", List.of()));
    }

    @Test
    void dayWithoutRequestsIsEmptyTable() {
        DailyRequestTable table = table(List.of());
        assertThat(rows(table)).isEmpty();
        assertThat(table.services()).isEmpty();
        assertThat(table.places()).isEmpty();
    }
}
