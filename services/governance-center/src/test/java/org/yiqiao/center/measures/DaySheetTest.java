package org.yiqiao.center.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.center.measures.DaySheet.Where;

class DaySheetTest {

    private static final String TOWN = "330109106";
    private static final List<String> PATH = List.of(TOWN, "330109106001");
    private static final Instant MORNING = Instant.parse("2026-01-31T08:00:00.123Z");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static DaySheet sheet(List<RequestRow> day) {
        DaySheet.Draft draft = new DaySheet.Draft();
        day.forEach(draft::add);
        return draft.sheet();
    }

    private static RequestRow row(
            String service,
            @Nullable String township,
            List<String> path,
            Instant requestedAt,
            @Nullable Instant closedAt) {
        return new RequestRow(service, township, path, requestedAt).closed(closedAt);
    }

    /** The rows that a sheet holds, as {@code RequestRow} had them. */
    private static List<RequestRow> rows(DaySheet sheet) {
        List<RequestRow> rows = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            Where where = sheet.places().get(sheet.place().get(i));
            long closed = sheet.closed().get(i);
            rows.add(new RequestRow(
                            sheet.services().get(sheet.service().get(i)),
                            where.township(),
                            where.path(),
                            Instant.ofEpochMilli(sheet.requested().get(i)))
                    .closed(closed == DaySheet.OPEN ? null : Instant.ofEpochMilli(closed)));
        }
        return rows;
    }

    @Test
    void aSheetHoldsTheRowsOfItsDay() {
        List<RequestRow> day = List.of(
                row("Noise", TOWN, PATH, MORNING, null),
                row("Litter", TOWN, PATH, MORNING, NOON),
                row("Noise", TOWN, List.of(), NOON, NOON),
                row("Noise", TOWN, List.of(TOWN), NOON, Instant.EPOCH));
        assertThat(rows(sheet(day))).isEqualTo(day);
        assertThat(rows(StoredSheet.of(sheet(day)).sheet())).as("read back").isEqualTo(day);
    }

    @Test
    void everyServiceAndEveryPlaceStandsThereOnce() {
        DaySheet sheet = sheet(List.of(
                row("Noise", TOWN, PATH, MORNING, null),
                row("Litter", TOWN, PATH, NOON, null),
                row("Noise", TOWN, List.of(), NOON, null),
                row("Noise", TOWN, PATH, NOON, null)));
        assertThat(sheet.services()).containsExactly("Noise", "Litter");
        assertThat(sheet.places()).containsExactly(new Where(TOWN, PATH), new Where(TOWN, List.of()));
        assertThat(sheet.service().array()).containsExactly(0, 1, 0, 0);
        assertThat(sheet.place().array()).containsExactly(0, 0, 1, 0);
        assertThat(sheet.requested().array())
                .containsExactly(MORNING.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli());
        assertThat(sheet.closed().array()).containsOnly(DaySheet.OPEN).hasSize(4);
    }

    @Test
    void aRequestThatCountsForNoTownshipStandsThereWithoutOne() {
        DaySheet sheet = sheet(List.of(row("Noise", null, List.of(), MORNING, null)));
        assertThat(sheet.places()).containsExactly(new Where("", List.of()));
    }

    @Test
    void aDayWithoutRequestsIsAnEmptySheet() {
        DaySheet sheet = sheet(List.of());
        assertThat(rows(sheet)).isEmpty();
        assertThat(sheet.services()).isEmpty();
        assertThat(sheet.places()).isEmpty();
    }
}
