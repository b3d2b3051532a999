package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TestTerritory.EAST;
import static org.yiqiao.grid.TestTerritory.MICRO_1;
import static org.yiqiao.grid.TestTerritory.MICRO_2;
import static org.yiqiao.grid.TestTerritory.NORTH_WEST;
import static org.yiqiao.grid.TestTerritory.PLACES;
import static org.yiqiao.grid.TestTerritory.SOUTH_WEST;
import static org.yiqiao.grid.TestTerritory.TOWN;
import static org.yiqiao.grid.TestTerritory.WEST;
import static org.yiqiao.grid.TestTerritory.at;
import static org.yiqiao.grid.TestTerritory.box;
import static org.yiqiao.grid.TestTerritory.outline;
import static org.yiqiao.grid.TestTerritory.place;
import static org.yiqiao.grid.TestTerritory.ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.support.territory.TerritoryMap;

class ImportTerritoryTest {

    /** East of the town, one degree away from it. */
    private static final Place NEIGHBOUR = place(Level.TOWNSHIP, "330109107", null, box(129, 30, 137, 38));

    private static final Place ITS_COMMUNITY =
            place(Level.COMMUNITY, "330109107001", NEIGHBOUR.code(), box(129, 30, 133, 38));

    /** Nothing is known yet. */
    private static final Scenario<Territory, TerritoryEvent, TerritoryMap> NEW = beside();

    /** The town is known. */
    private static final Scenario<Territory, TerritoryEvent, TerritoryMap> KNOWN = NEW.given(imported(PLACES));

    private static Scenario<Territory, TerritoryEvent, TerritoryMap> beside(Place... others) {
        return Scenario.of(new Territories(() -> new TerritoryMap(List.of(others))));
    }

    private static ImportTerritory take(Place... places) {
        return take(List.of(places));
    }

    private static ImportTerritory take(List<Place> places) {
        return new ImportTerritory(TOWN.code(), places);
    }

    private static TerritoryImported imported(Place... places) {
        return imported(List.of(places));
    }

    private static TerritoryImported imported(List<Place> places) {
        return new TerritoryImported(TOWN.code(), places);
    }

    private static Place withBoundary(Place place, Boundary boundary) {
        return new Place(place.level(), place.code(), place.name(), place.parent(), place.kind(), boundary);
    }

    private static Place named(Place place, String name) {
        return new Place(place.level(), place.code(), name, place.parent(), place.kind(), place.boundary());
    }

    private static Place grid(String number, Boundary boundary) {
        return place(Level.GRID, EAST.code() + number, EAST.code(), boundary);
    }

    private static List<PlaceFault> faults(Scenario.Outcome<TerritoryEvent> outcome) {
        return rejection(outcome).details().get("faults") instanceof List<?> faults
                ? faults.stream().map(PlaceFault.class::cast).toList()
                : List.of();
    }

    private static Rejection rejection(Scenario.Outcome<TerritoryEvent> outcome) {
        return switch (outcome.decision()) {
            case Decision.Rejected<TerritoryEvent>(var rejection) -> rejection;
            case Decision.Accepted<TerritoryEvent> accepted -> throw new AssertionError("Accepted: " + accepted);
        };
    }

    /** The one fault, as {@code fault place other}. */
    private static String fault(Scenario.Outcome<TerritoryEvent> outcome) {
        List<PlaceFault> faults = faults(outcome);
        assertThat(faults).hasSize(1);
        PlaceFault fault = faults.getFirst();
        outcome.thenRejected(fault.fault());
        return fault.fault() + " " + fault.place() + " " + fault.other();
    }

    @Test
    void aTownshipIsTakenOverEachPlaceAfterItsParent() {
        List<Place> anyOrder = new ArrayList<>(PLACES);
        Collections.reverse(anyOrder);
        NEW.when(take(anyOrder)).then(imported(PLACES));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        KNOWN.when(take(PLACES)).thenNothing();
    }

    @Test
    void ofAFileOnlyWhatChangesIsTakenOver() {
        Place renamed = named(SOUTH_WEST, "Lakeside");
        KNOWN.when(take(TOWN, WEST, EAST, NORTH_WEST, renamed, MICRO_1, MICRO_2))
                .then(imported(renamed));
    }

    @Test
    void aPlaceMayChangeItsKindAndItsOutline() {
        Place park = new Place(
                SOUTH_WEST.level(),
                SOUTH_WEST.code(),
                SOUTH_WEST.name(),
                SOUTH_WEST.parent(),
                "park",
                box(120, 30, 123, 33));
        KNOWN.when(take(park)).then(imported(park));
    }

    @Test
    void placesAreAddedBelowPlacesThatAreKnown() {
        Place grid = grid("001", box(124, 30, 128, 36));
        KNOWN.when(take(grid)).then(imported(grid));
    }

    @Test
    void placesThatAFileDoesNotNameStayAsTheyAre() {
        Territory territory = KNOWN.given(imported(named(WEST, "Riverside"))).state();
        assertThat(territory).isNotNull().satisfies(now -> {
            assertThat(now.places()).hasSameSizeAs(PLACES).contains(TOWN, EAST, NORTH_WEST, MICRO_1);
            assertThat(now.byCode().get(WEST.code())).extracting(Place::name).isEqualTo("Riverside");
        });
    }

    @Test
    void aTerritoryCountsForItsTownship() {
        assertThat(new Territories(() -> TerritoryMap.EMPTY).scope(new Territory(PLACES)))
                .isEqualTo(new Scope(TOWN.code(), null));
    }

    @Test
    void theParentOfAPlaceHasToBeKnownOrInTheFile() {
        assertThat(fault(NEW.when(take(TOWN, NORTH_WEST))))
                .isEqualTo("territory.unknown-parent " + NORTH_WEST.code() + " " + WEST.code());
        assertThat(fault(NEW.when(take(TOWN, place(Level.COMMUNITY, "orphan", null, WEST.boundary())))))
                .isEqualTo("territory.unknown-parent orphan ");
    }

    @Test
    void aParentInAnotherTownshipIsUnknownHere() {
        Place grid = place(Level.GRID, "abroad", ITS_COMMUNITY.code(), box(129, 30, 130, 31));
        assertThat(fault(
                        beside(NEIGHBOUR, ITS_COMMUNITY).given(imported(PLACES)).when(take(grid))))
                .isEqualTo("territory.unknown-parent abroad " + ITS_COMMUNITY.code());
    }

    @Test
    void aParentIsExactlyOneLevelUp() {
        Place straightToTheTown = place(Level.GRID, "grid", TOWN.code(), box(120, 36, 121, 38));
        assertThat(fault(KNOWN.when(take(straightToTheTown)))).isEqualTo("territory.wrong-parent grid " + TOWN.code());
        Place belowItsLike = place(Level.GRID, "grid", SOUTH_WEST.code(), box(120, 30, 121, 31));
        assertThat(fault(KNOWN.when(take(belowItsLike)))).isEqualTo("territory.wrong-parent grid " + SOUTH_WEST.code());
        Place belowItself = place(Level.GRID, "grid", "grid", box(120, 30, 121, 31));
        assertThat(fault(KNOWN.when(take(belowItself)))).isEqualTo("territory.wrong-parent grid grid");
    }

    @Test
    void aTownshipHasNoParent() {
        Place town = place(Level.TOWNSHIP, TOWN.code(), "330109", TOWN.boundary());
        assertThat(fault(NEW.when(take(town)))).isEqualTo("territory.parent-of-township " + TOWN.code() + " 330109");
    }

    @Test
    void aFileHoldsOneTownship() {
        assertThat(fault(NEW.when(take(TOWN, NEIGHBOUR))))
                .isEqualTo("territory.second-township " + NEIGHBOUR.code() + " " + TOWN.code());
    }

    @Test
    void aPlaceKeepsItsParent() {
        Place moved = place(Level.GRID, SOUTH_WEST.code(), EAST.code(), box(124, 30, 128, 33));
        assertThat(fault(KNOWN.when(take(moved))))
                .isEqualTo("territory.moved " + SOUTH_WEST.code() + " " + WEST.code());
    }

    @Test
    void aPlaceKeepsItsLevel() {
        Place raised = place(Level.COMMUNITY, SOUTH_WEST.code(), TOWN.code(), box(120, 36, 128, 38));
        assertThat(fault(KNOWN.when(take(raised))))
                .isEqualTo("territory.moved " + SOUTH_WEST.code() + " " + WEST.code());
    }

    @Test
    void aCodeOfAnotherTownshipIsTaken() {
        Place community = place(Level.COMMUNITY, ITS_COMMUNITY.code(), TOWN.code(), WEST.boundary());
        assertThat(fault(beside(NEIGHBOUR, ITS_COMMUNITY).when(take(TOWN, community))))
                .isEqualTo("territory.code-taken " + ITS_COMMUNITY.code() + " " + NEIGHBOUR.code());
    }

    @Test
    void aTownshipsOwnCodeMayBeTakenToo() {
        Place namesake = place(Level.COMMUNITY, TOWN.code(), NEIGHBOUR.code(), ITS_COMMUNITY.boundary());
        assertThat(fault(beside(NEIGHBOUR, namesake).when(take(TOWN))))
                .isEqualTo("territory.code-taken " + TOWN.code() + " " + NEIGHBOUR.code());
    }

    @Test
    void aTownshipThatCameInMeanwhileIsNoOtherTownship() {
        Scenario.of(new Territories(() -> new TerritoryMap(PLACES)))
                .when(take(PLACES))
                .then(imported(PLACES));
    }

    @Test
    void anOutlineDoesNotCrossItself() {
        Place bowTie =
                withBoundary(TOWN, outline(List.of(at(120, 30), at(128, 38), at(128, 30), at(120, 34), at(120, 30))));
        assertThat(fault(NEW.when(take(bowTie)))).isEqualTo("territory.broken-polygon " + TOWN.code() + " ");
    }

    @Test
    void anOutlineIsClosed() {
        Place open = withBoundary(TOWN, outline(List.of(at(120, 30), at(128, 30), at(128, 38), at(120, 38))));
        assertThat(fault(NEW.when(take(open)))).isEqualTo("territory.broken-polygon " + TOWN.code() + " ");
    }

    @Test
    void anOutlineHasAnArea() {
        Place line = withBoundary(TOWN, outline(List.of(at(120, 30), at(128, 30), at(124, 30), at(120, 30))));
        assertThat(fault(NEW.when(take(line)))).isEqualTo("territory.broken-polygon " + TOWN.code() + " ");
    }

    @Test
    void theOutlineOfAPlaceMayHaveSeveralPartsButNoneTwice() {
        Boundary twoParts = new Boundary(List.of(List.of(ring(124, 30, 125, 36)), List.of(ring(127, 30, 128, 36))));
        Place grid = grid("001", twoParts);
        KNOWN.when(take(grid)).then(imported(grid));
        Boundary overlapping = new Boundary(List.of(List.of(ring(124, 30, 127, 36)), List.of(ring(126, 30, 128, 36))));
        assertThat(fault(KNOWN.when(take(grid("001", overlapping)))))
                .isEqualTo("territory.broken-polygon " + grid.code() + " ");
    }

    @Test
    void aChildLiesInItsParent() {
        Place outside = grid("001", box(126, 30, 129, 36));
        assertThat(fault(KNOWN.when(take(outside))))
                .isEqualTo("territory.outside-parent " + outside.code() + " " + EAST.code());
    }

    @Test
    void aChildDoesNotLieInAHoleOfItsParent() {
        Place holed = withBoundary(EAST, outline(ring(124, 30, 128, 36), ring(125, 31, 127, 35)));
        Place grid = grid("001", box(125, 31, 127, 35));
        assertThat(fault(KNOWN.when(take(holed, grid))))
                .isEqualTo("territory.outside-parent " + grid.code() + " " + EAST.code());
    }

    @Test
    void aParentThatShrinksMayNotLoseAChild() {
        Place smaller = withBoundary(NORTH_WEST, box(120.5, 33, 124, 36));
        assertThat(fault(KNOWN.when(take(smaller))))
                .isEqualTo("territory.outside-parent " + MICRO_1.code() + " " + NORTH_WEST.code());
    }

    @Test
    void siblingsDoNotOverlap() {
        Place wider = withBoundary(MICRO_2, box(120.5, 33, 122, 36));
        assertThat(fault(KNOWN.when(take(wider))))
                .isEqualTo("territory.overlap " + MICRO_2.code() + " " + MICRO_1.code());
    }

    @Test
    void anOverlapIsToldOfThePlaceWithTheLaterCode() {
        Place wider = withBoundary(MICRO_1, box(120, 33, 121.5, 36));
        assertThat(fault(KNOWN.when(take(wider))))
                .isEqualTo("territory.overlap " + MICRO_2.code() + " " + MICRO_1.code());
    }

    @Test
    void siblingsMayShareAnEdge() {
        KNOWN.when(take(grid("001", box(124, 30, 126, 36)), grid("002", box(126, 30, 128, 36))))
                .then(imported(grid("001", box(124, 30, 126, 36)), grid("002", box(126, 30, 128, 36))));
    }

    @Test
    void aPlaceInsideOfItsSiblingOverlapsIt() {
        assertThat(fault(KNOWN.when(take(grid("001", box(124, 30, 128, 36)), grid("002", box(125, 31, 126, 32))))))
                .isEqualTo("territory.overlap " + EAST.code() + "002 " + EAST.code() + "001");
    }

    @Test
    void townshipsDoNotOverlap() {
        Place close = withBoundary(NEIGHBOUR, box(127, 30, 135, 38));
        assertThat(fault(beside(close).when(take(PLACES))))
                .isEqualTo("territory.overlap " + TOWN.code() + " " + close.code());
    }

    @Test
    void townshipsMayTouch() {
        Place adjacent = withBoundary(NEIGHBOUR, box(128, 30, 136, 38));
        beside(adjacent, ITS_COMMUNITY).when(take(PLACES)).then(imported(PLACES));
    }

    @Test
    void aSliverOfAThousandthMayStickOut() {
        Place grid = grid("001", box(124, 30, 128.0039, 36));
        KNOWN.when(take(grid)).then(imported(grid));
        assertThat(fault(KNOWN.when(take(grid("001", box(124, 30, 128.0041, 36))))))
                .startsWith("territory.outside-parent");
    }

    @Test
    void aSliverOfAThousandthMayOverlap() {
        Place sliver = withBoundary(MICRO_2, box(120.9991, 33, 122, 36));
        KNOWN.when(take(sliver)).then(imported(sliver));
        assertThat(fault(KNOWN.when(take(withBoundary(MICRO_2, box(120.9989, 33, 122, 36))))))
                .startsWith("territory.overlap");
    }

    @Test
    void theThousandthIsOfTheSmallerPlace() {
        Place large = grid("001", box(124, 30, 127, 36));
        Place small = grid("002", box(126.998, 30, 127.5, 30.5));
        assertThat(fault(KNOWN.when(take(large, small)))).startsWith("territory.overlap " + small.code());
    }

    @Test
    void oneFaultAndNothingIsTakenOver() {
        Place good = grid("001", box(124, 30, 126, 36));
        KNOWN.when(take(good, grid("002", box(127, 30, 129, 36)))).thenRejected("territory.outside-parent");
    }

    @Test
    void theTreeIsLookedAtBeforeTheOutlines() {
        Place bowTie = grid("001", outline(List.of(at(124, 30), at(128, 36), at(128, 30), at(124, 36), at(124, 30))));
        assertThat(faults(KNOWN.when(take(bowTie, place(Level.GRID, "orphan", "nowhere", EAST.boundary())))))
                .extracting(PlaceFault::fault)
                .containsExactly("territory.unknown-parent");
        assertThat(faults(KNOWN.when(take(bowTie, grid("002", box(127, 30, 129, 36))))))
                .extracting(PlaceFault::fault)
                .containsExactly("territory.broken-polygon");
    }

    @Test
    void allFaultsAreToldAndTheFirstOneIsTheReason() {
        Place outside = grid("001", box(126, 30, 129, 36));
        Place overlapping = grid("002", box(124, 30, 127, 36));
        Rejection rejection = rejection(KNOWN.when(take(overlapping, outside)));
        assertThat(rejection.code()).isEqualTo("territory.outside-parent");
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.INVALID);
        assertThat(rejection.details())
                .containsEntry("feature", outside.code())
                .containsEntry("name", outside.name())
                .containsEntry("other", EAST.code())
                .containsEntry("faultCount", 2)
                .containsEntry(
                        "faults",
                        List.of(
                                new PlaceFault("territory.outside-parent", outside.code(), outside.name(), EAST.code()),
                                new PlaceFault(
                                        "territory.overlap", overlapping.code(), overlapping.name(), outside.code())));
    }

    @Test
    void ofManyFaultsFiftyAreShown() {
        List<Place> orphans = IntStream.range(0, 70)
                .mapToObj(number -> place(Level.GRID, "orphan-" + number, "nowhere", EAST.boundary()))
                .toList();
        Scenario.Outcome<TerritoryEvent> outcome =
                KNOWN.when(take(Stream.concat(PLACES.stream(), orphans.stream()).toList()));
        assertThat(faults(outcome)).hasSize(50);
        assertThat(rejection(outcome).details()).containsEntry("faultCount", 70);
    }
}
