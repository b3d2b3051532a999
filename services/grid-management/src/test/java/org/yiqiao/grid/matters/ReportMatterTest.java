package org.yiqiao.grid.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TerritoryFixture.EAST;
import static org.yiqiao.grid.TerritoryFixture.MICRO_2;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.TOWN;
import static org.yiqiao.grid.TerritoryFixture.WEST;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.contracts.MatterEvent.MatterReported;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.grid.TerritoryFixture;
import org.yiqiao.support.territory.TerritoryMap;

class ReportMatterTest {

    private final MatterAggregateType aggregate = new MatterAggregateType(TerritoryFixture::map);
    private final AggregateTestScenario<Matter, MatterEvent, TerritoryMap> patrol =
            AggregateTestScenario.of(aggregate).asActor("member-1");

    @Test
    void matterIsReportedWithPlaceAndReporter() {
        Point point = new Point(34, 121.5);
        patrol.when(new ReportMatter("Street Light Out", "Third lamp from the bridge", point))
                .then(new MatterReported(
                        "Street Light Out",
                        "Third lamp from the bridge",
                        point,
                        List.of(TOWN.code(), WEST.code(), NORTH_WEST.code(), MICRO_2.code()),
                        "member-1"));
    }

    @Test
    void matterIsAssignedToSmallestContainingPlace() {
        Point point = new Point(34, 126);
        patrol.when(new ReportMatter("Litter", "Behind the market", point))
                .then(new MatterReported(
                        "Litter", "Behind the market", point, List.of(TOWN.code(), EAST.code()), "member-1"));
    }

    @Test
    void matterOutsideTerritoryIsRejected() {
        patrol.when(new ReportMatter("Litter", "Far away", new Point(34, 129))).thenRejected("matter.outside");
    }

    @Test
    void matterIsRejectedWithoutTerritory() {
        AggregateTestScenario.of(new MatterAggregateType(() -> TerritoryMap.EMPTY))
                .when(new ReportMatter("Litter", "Somewhere", new Point(34, 121.5)))
                .thenRejected("matter.outside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李桂英 13987650042 fell", "Call 139-8765 0042", "Write to li@example.org"})
    void descriptionWithContactIsRejected(String text) {
        Point point = new Point(34, 126);
        patrol.when(new ReportMatter("Litter", text, point)).thenRejected("matter.has-contact");
        patrol.when(new ReportMatter(text, "Behind the market", point)).thenRejected("service.has-contact");
    }

    @Test
    void descriptionWithDateMeasureOrGridCodeIsAccepted() {
        Point point = new Point(34, 126);
        String text = "Dark since 2026-11-29 10:30 in " + NORTH_WEST.code() + ", width 1200 1500 1800 mm";
        patrol.when(new ReportMatter("Lamp of " + EAST.code(), text, point))
                .then(new MatterReported(
                        "Lamp of " + EAST.code(), text, point, List.of(TOWN.code(), EAST.code()), "member-1"));
        patrol.when(new ReportMatter("Litter", "In grid 330109106009009", point))
                .thenRejected("matter.has-contact");
    }

    @Test
    void matterIsMaskedExceptForGridStaff() {
        Point point = new Point(34.123456, 121.523456);
        List<String> path = List.of(TOWN.code(), WEST.code(), NORTH_WEST.code(), MICRO_2.code());
        // A matter from before contacts were rejected.
        Matter matter = new Matter("Litter", "Call 13987650042", point, path, "member-1", AggregateTestScenario.NOW);
        Matter masked = new Matter(
                "Litter", "Call ****", new Point(34.12, 121.52), path, "member-1", AggregateTestScenario.NOW);

        assertThat(aggregate.mask(matter, "member-1", Set.of())).isEqualTo(matter);
        for (String post : List.of(
                "grid-chief@" + NORTH_WEST.code(),
                "grid-member@" + NORTH_WEST.code(),
                "micro-grid-chief@" + MICRO_2.code())) {
            assertThat(aggregate.mask(matter, "somebody", posts(post))).as(post).isEqualTo(matter);
        }
        for (String post : List.of(
                "grid-chief@" + EAST.code(),
                "community-worker@" + WEST.code(),
                "town-operator@" + TOWN.code(),
                "town-leader@" + TOWN.code(),
                "auditor@*")) {
            assertThat(aggregate.mask(matter, "somebody", posts(post))).as(post).isEqualTo(masked);
        }
    }

    private static Set<Post> posts(String post) {
        return Set.of(Post.parse(post).orElseThrow());
    }

    @Test
    void matterRecordsTimeAndJurisdiction() {
        Point point = new Point(34, 126);
        List<String> path = List.of(TOWN.code(), EAST.code());
        Matter matter = patrol.given(new MatterReported("Litter", "Behind the market", point, path, "member-1"))
                .state();
        assertThat(matter)
                .isEqualTo(new Matter(
                        "Litter",
                        "Behind the market",
                        point,
                        path,
                        "member-1",
                        AggregateTestScenario.NOW.minusSeconds(3600)));
        assertThat(matter)
                .isNotNull()
                .extracting(aggregate::jurisdiction)
                .isEqualTo(new Jurisdiction(TOWN.code(), EAST.code()));
    }
}
