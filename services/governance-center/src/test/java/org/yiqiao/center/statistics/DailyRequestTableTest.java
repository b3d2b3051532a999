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
        DailyRequestTable.Builder draft = new DailyRequestTable.Builder();
        day.forEach(draft::add);
        return draft.build();
    }

    private static MeasuredRequest row(
            String service,
            @Nullable String township,
            List<String> path,
            Instant requestedAt,
            @Nullable Instant closedAt) {
        return new MeasuredRequest(service, township, path, requestedAt).withClosedAt(closedAt);
    }

    /** The rows that a sheet holds, as {@code MeasuredRequest} had them. */
    private static List<MeasuredRequest> rows(DailyRequestTable sheet) {
        List<MeasuredRequest> rows = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            RequestPlace where = sheet.places().get(sheet.place().get(i));
            long closed = sheet.closed().get(i);
            rows.add(new MeasuredRequest(
                            sheet.services().get(sheet.service().get(i)),
                            where.township(),
                            where.path(),
                            Instant.ofEpochMilli(sheet.requested().get(i)))
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
                .as("read back")
                .isEqualTo(day);
    }

    @Test
    void servicesAndPlacesAreStoredOnce() {
        DailyRequestTable sheet = table(List.of(
                row("Noise", TOWN, PATH, MORNING, null),
                row("Litter", TOWN, PATH, NOON, null),
                row("Noise", TOWN, List.of(), NOON, null),
                row("Noise", TOWN, PATH, NOON, null)));
        assertThat(sheet.services()).containsExactly("Noise", "Litter");
        assertThat(sheet.places()).containsExactly(new RequestPlace(TOWN, PATH), new RequestPlace(TOWN, List.of()));
        assertThat(sheet.service().array()).containsExactly(0, 1, 0, 0);
        assertThat(sheet.place().array()).containsExactly(0, 0, 1, 0);
        assertThat(sheet.requested().array())
                .containsExactly(MORNING.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli());
        assertThat(sheet.closed().array())
                .containsOnly(DailyRequestTable.NOT_CLOSED)
                .hasSize(4);
    }

    @Test
    void requestWithoutTownshipIsStoredWithoutTownship() {
        DailyRequestTable sheet = table(List.of(row("Noise", null, List.of(), MORNING, null)));
        assertThat(sheet.places()).containsExactly(new RequestPlace("", List.of()));
    }

    @Test
    void dayWithoutRequestsIsEmptyTable() {
        DailyRequestTable sheet = table(List.of());
        assertThat(rows(sheet)).isEmpty();
        assertThat(sheet.services()).isEmpty();
        assertThat(sheet.places()).isEmpty();
    }
}
