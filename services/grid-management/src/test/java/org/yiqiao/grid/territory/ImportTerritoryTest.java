package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.yiqiao.grid.TerritoryFixture.EAST;
import static org.yiqiao.grid.TerritoryFixture.MICRO_1;
import static org.yiqiao.grid.TerritoryFixture.MICRO_2;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.PLACES;
import static org.yiqiao.grid.TerritoryFixture.SOUTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.TOWN;
import static org.yiqiao.grid.TerritoryFixture.WEST;
import static org.yiqiao.grid.TerritoryFixture.box;
import static org.yiqiao.grid.TerritoryFixture.outline;
import static org.yiqiao.grid.TerritoryFixture.place;
import static org.yiqiao.grid.TerritoryFixture.position;
import static org.yiqiao.grid.TerritoryFixture.ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.GroundMeasure;
import org.yiqiao.support.territory.TerritoryMap;

class ImportTerritoryTest {

    /** A township that lies one degree east of the town. */
    private static final Place NEIGHBOUR = place(TerritoryLevel.TOWNSHIP, "330109107", null, box(129, 30, 137, 38));

    private static final Place NEIGHBOUR_COMMUNITY =
            place(TerritoryLevel.COMMUNITY, "330109107001", NEIGHBOUR.code(), box(129, 30, 133, 38));

    /** A scenario without places. */
    private static final AggregateTestScenario<Territory, TerritoryEvent, TerritoryMap> NEW = besidePlaces();

    /** A scenario in which the town is already imported. */
    private static final AggregateTestScenario<Territory, TerritoryEvent, TerritoryMap> KNOWN =
            NEW.given(imported(PLACES));

    private static AggregateTestScenario<Territory, TerritoryEvent, TerritoryMap> besidePlaces(Place... others) {
        return AggregateTestScenario.of(new TerritoryAggregateType(() -> new TerritoryMap(List.of(others))));
    }

    private static ImportTerritory importOf(Place... places) {
        return importOf(List.of(places));
    }

    private static ImportTerritory importOf(List<Place> places) {
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

    private static Place withName(Place place, String name) {
        return new Place(place.level(), place.code(), name, place.parent(), place.kind(), place.boundary());
    }

    private static Place grid(String number, Boundary boundary) {
        return place(TerritoryLevel.GRID, EAST.code() + number, EAST.code(), boundary);
    }

    private static List<TerritoryRuleViolation> violations(
            AggregateTestScenario.DecisionAssert<TerritoryEvent> outcome) {
        return rejection(outcome).details().get("faults") instanceof List<?> faults
                ? faults.stream().map(TerritoryRuleViolation.class::cast).toList()
                : List.of();
    }

    private static Rejection rejection(AggregateTestScenario.DecisionAssert<TerritoryEvent> outcome) {
        return switch (outcome.decision()) {
            case Decision.Rejected<TerritoryEvent>(var rejection) -> rejection;
            case Decision.Accepted<TerritoryEvent> accepted -> throw new AssertionError("Accepted: " + accepted);
        };
    }

    /** Returns the only violation as {@code fault place other}. */
    private static String firstViolation(AggregateTestScenario.DecisionAssert<TerritoryEvent> outcome) {
        List<TerritoryRuleViolation> faults = violations(outcome);
        assertThat(faults).hasSize(1);
        TerritoryRuleViolation fault = faults.getFirst();
        outcome.thenRejected(fault.fault());
        return fault.fault() + " " + fault.place() + " " + fault.other();
    }

    @Test
    void placesAreImportedAfterTheirParents() {
        List<Place> anyOrder = new ArrayList<>(PLACES);
        Collections.reverse(anyOrder);
        NEW.when(importOf(anyOrder)).then(imported(PLACES));
    }

    @Test
    void importingSameFileAgainChangesNothing() {
        KNOWN.when(importOf(PLACES)).thenNoEvents();
    }

    @Test
    void onlyChangedPlacesAreImported() {
        Place renamed = withName(SOUTH_WEST, "Lakeside");
        KNOWN.when(importOf(TOWN, WEST, EAST, NORTH_WEST, renamed, MICRO_1, MICRO_2))
                .then(imported(renamed));
    }

    @Test
    void kindAndOutlineCanChange() {
        Place park = new Place(
                SOUTH_WEST.level(),
                SOUTH_WEST.code(),
                SOUTH_WEST.name(),
                SOUTH_WEST.parent(),
                "park",
                box(120, 30, 123, 33));
        KNOWN.when(importOf(park)).then(imported(park));
    }

    @Test
    void placesAreAddedBelowKnownPlaces() {
        Place grid = grid("001", box(124, 30, 128, 36));
        KNOWN.when(importOf(grid)).then(imported(grid));
    }

    @Test
    void placesMissingInFileAreKept() {
        Territory territory = KNOWN.given(imported(withName(WEST, "Riverside"))).state();
        assertThat(territory).isNotNull().satisfies(now -> {
            assertThat(now.places()).hasSameSizeAs(PLACES).contains(TOWN, EAST, NORTH_WEST, MICRO_1);
            assertThat(now.placesByCode().get(WEST.code()))
                    .extracting(Place::name)
                    .isEqualTo("Riverside");
        });
    }

    @Test
    void jurisdictionIsTownship() {
        assertThat(new TerritoryAggregateType(() -> TerritoryMap.EMPTY).jurisdiction(new Territory(PLACES)))
                .isEqualTo(new Jurisdiction(TOWN.code(), null));
    }

    @Test
    void parentMustBeKnownOrInFile() {
        assertThat(firstViolation(NEW.when(importOf(TOWN, NORTH_WEST))))
                .isEqualTo("territory.unknown-parent " + NORTH_WEST.code() + " " + WEST.code());
        assertThat(firstViolation(
                        NEW.when(importOf(TOWN, place(TerritoryLevel.COMMUNITY, "orphan", null, WEST.boundary())))))
                .isEqualTo("territory.unknown-parent orphan ");
    }

    @Test
    void parentInOtherTownshipIsUnknown() {
        Place grid = place(TerritoryLevel.GRID, "abroad", NEIGHBOUR_COMMUNITY.code(), box(129, 30, 130, 31));
        assertThat(firstViolation(besidePlaces(NEIGHBOUR, NEIGHBOUR_COMMUNITY)
                        .given(imported(PLACES))
                        .when(importOf(grid))))
                .isEqualTo("territory.unknown-parent abroad " + NEIGHBOUR_COMMUNITY.code());
    }

    @Test
    void parentMustBeOneLevelUp() {
        Place belowTownship = place(TerritoryLevel.GRID, "grid", TOWN.code(), box(120, 36, 121, 38));
        assertThat(firstViolation(KNOWN.when(importOf(belowTownship))))
                .isEqualTo("territory.wrong-parent grid " + TOWN.code());
        Place belowGrid = place(TerritoryLevel.GRID, "grid", SOUTH_WEST.code(), box(120, 30, 121, 31));
        assertThat(firstViolation(KNOWN.when(importOf(belowGrid))))
                .isEqualTo("territory.wrong-parent grid " + SOUTH_WEST.code());
        Place belowItself = place(TerritoryLevel.GRID, "grid", "grid", box(120, 30, 121, 31));
        assertThat(firstViolation(KNOWN.when(importOf(belowItself)))).isEqualTo("territory.wrong-parent grid grid");
    }

    @Test
    void townshipHasNoParent() {
        Place town = place(TerritoryLevel.TOWNSHIP, TOWN.code(), "330109", TOWN.boundary());
        assertThat(firstViolation(NEW.when(importOf(town))))
                .isEqualTo("territory.parent-of-township " + TOWN.code() + " 330109");
    }

    @Test
    void fileContainsOneTownship() {
        assertThat(firstViolation(NEW.when(importOf(TOWN, NEIGHBOUR))))
                .isEqualTo("territory.second-township " + NEIGHBOUR.code() + " " + TOWN.code());
    }

    @Test
    void parentCannotChange() {
        Place moved = place(TerritoryLevel.GRID, SOUTH_WEST.code(), EAST.code(), box(124, 30, 128, 33));
        assertThat(firstViolation(KNOWN.when(importOf(moved))))
                .isEqualTo("territory.moved " + SOUTH_WEST.code() + " " + WEST.code());
    }

    @Test
    void levelCannotChange() {
        Place raised = place(TerritoryLevel.COMMUNITY, SOUTH_WEST.code(), TOWN.code(), box(120, 36, 128, 38));
        assertThat(firstViolation(KNOWN.when(importOf(raised))))
                .isEqualTo("territory.moved " + SOUTH_WEST.code() + " " + WEST.code());
    }

    @Test
    void codeUsedByOtherTownshipIsRejected() {
        Place community = place(TerritoryLevel.COMMUNITY, NEIGHBOUR_COMMUNITY.code(), TOWN.code(), WEST.boundary());
        assertThat(firstViolation(besidePlaces(NEIGHBOUR, NEIGHBOUR_COMMUNITY).when(importOf(TOWN, community))))
                .isEqualTo("territory.code-taken " + NEIGHBOUR_COMMUNITY.code() + " " + NEIGHBOUR.code());
    }

    @Test
    void townshipCodeUsedByOtherTownshipIsRejected() {
        Place namesake = place(TerritoryLevel.COMMUNITY, TOWN.code(), NEIGHBOUR.code(), NEIGHBOUR_COMMUNITY.boundary());
        assertThat(firstViolation(besidePlaces(NEIGHBOUR, namesake).when(importOf(TOWN))))
                .isEqualTo("territory.code-taken " + TOWN.code() + " " + NEIGHBOUR.code());
    }

    @Test
    void concurrentlyImportedSameTownshipIsNoConflict() {
        AggregateTestScenario.of(new TerritoryAggregateType(() -> new TerritoryMap(PLACES)))
                .when(importOf(PLACES))
                .then(imported(PLACES));
    }

    @Test
    void selfIntersectingOutlineIsRejected() {
        Place bowTie = withBoundary(
                TOWN,
                outline(List.of(
                        position(120, 30),
                        position(128, 38),
                        position(128, 30),
                        position(120, 34),
                        position(120, 30))));
        assertThat(firstViolation(NEW.when(importOf(bowTie))))
                .isEqualTo("territory.broken-polygon " + TOWN.code() + " ");
    }

    @Test
    void unclosedOutlineIsRejected() {
        Place open = withBoundary(
                TOWN, outline(List.of(position(120, 30), position(128, 30), position(128, 38), position(120, 38))));
        assertThat(firstViolation(NEW.when(importOf(open)))).isEqualTo("territory.broken-polygon " + TOWN.code() + " ");
    }

    @Test
    void outlineWithoutAreaIsRejected() {
        Place line = withBoundary(
                TOWN, outline(List.of(position(120, 30), position(128, 30), position(124, 30), position(120, 30))));
        assertThat(firstViolation(NEW.when(importOf(line)))).isEqualTo("territory.broken-polygon " + TOWN.code() + " ");
    }

    @Test
    void outlinePartsMustNotOverlap() {
        Boundary twoParts = new Boundary(List.of(List.of(ring(124, 30, 125, 36)), List.of(ring(127, 30, 128, 36))));
        Place grid = grid("001", twoParts);
        KNOWN.when(importOf(grid)).then(imported(grid));
        Boundary overlapping = new Boundary(List.of(List.of(ring(124, 30, 127, 36)), List.of(ring(126, 30, 128, 36))));
        assertThat(firstViolation(KNOWN.when(importOf(grid("001", overlapping)))))
                .isEqualTo("territory.broken-polygon " + grid.code() + " ");
    }

    @Test
    void childMustLieInParent() {
        Place outside = grid("001", box(126, 30, 129, 36));
        assertThat(firstViolation(KNOWN.when(importOf(outside))))
                .isEqualTo("territory.outside-parent " + outside.code() + " " + EAST.code());
    }

    @Test
    void childMustNotLieInHoleOfParent() {
        Place holed = withBoundary(EAST, outline(ring(124, 30, 128, 36), ring(125, 31, 127, 35)));
        Place grid = grid("001", box(125, 31, 127, 35));
        assertThat(firstViolation(KNOWN.when(importOf(holed, grid))))
                .isEqualTo("territory.outside-parent " + grid.code() + " " + EAST.code());
    }

    @Test
    void shrunkenParentMustStillContainChildren() {
        Place smaller = withBoundary(NORTH_WEST, box(120.5, 33, 124, 36));
        assertThat(firstViolation(KNOWN.when(importOf(smaller))))
                .isEqualTo("territory.outside-parent " + MICRO_1.code() + " " + NORTH_WEST.code());
    }

    @Test
    void siblingsMustNotOverlap() {
        Place wider = withBoundary(MICRO_2, box(120.5, 33, 122, 36));
        assertThat(firstViolation(KNOWN.when(importOf(wider))))
                .isEqualTo("territory.overlap " + MICRO_2.code() + " " + MICRO_1.code());
    }

    @Test
    void overlapIsReportedForLaterCode() {
        Place wider = withBoundary(MICRO_1, box(120, 33, 121.5, 36));
        assertThat(firstViolation(KNOWN.when(importOf(wider))))
                .isEqualTo("territory.overlap " + MICRO_2.code() + " " + MICRO_1.code());
    }

    @Test
    void siblingsCanShareEdge() {
        KNOWN.when(importOf(grid("001", box(124, 30, 126, 36)), grid("002", box(126, 30, 128, 36))))
                .then(imported(grid("001", box(124, 30, 126, 36)), grid("002", box(126, 30, 128, 36))));
    }

    @Test
    void placeInsideSiblingIsOverlap() {
        assertThat(firstViolation(
                        KNOWN.when(importOf(grid("001", box(124, 30, 128, 36)), grid("002", box(125, 31, 126, 32))))))
                .isEqualTo("territory.overlap " + EAST.code() + "002 " + EAST.code() + "001");
    }

    @Test
    void townshipsMustNotOverlap() {
        Place close = withBoundary(NEIGHBOUR, box(127, 30, 135, 38));
        assertThat(firstViolation(besidePlaces(close).when(importOf(PLACES))))
                .isEqualTo("territory.overlap " + TOWN.code() + " " + close.code());
    }

    @Test
    void townshipsCanTouch() {
        Place adjacent = withBoundary(NEIGHBOUR, box(128, 30, 136, 38));
        besidePlaces(adjacent, NEIGHBOUR_COMMUNITY).when(importOf(PLACES)).then(imported(PLACES));
    }

    @Test
    void thousandthOfAreaCanStickOut() {
        Place grid = grid("001", box(124, 30, 128.0039, 36));
        KNOWN.when(importOf(grid)).then(imported(grid));
        assertThat(firstViolation(KNOWN.when(importOf(grid("001", box(124, 30, 128.0041, 36))))))
                .startsWith("territory.outside-parent");
    }

    @Test
    void thousandthOfAreaCanOverlap() {
        Place sliver = withBoundary(MICRO_2, box(120.9991, 33, 122, 36));
        KNOWN.when(importOf(sliver)).then(imported(sliver));
        assertThat(firstViolation(KNOWN.when(importOf(withBoundary(MICRO_2, box(120.9989, 33, 122, 36))))))
                .startsWith("territory.overlap");
    }

    @Test
    void toleranceIsRelativeToSmallerPlace() {
        Place large = grid("001", box(124, 30, 127, 36));
        Place small = grid("002", box(126.998, 30, 127.5, 30.5));
        assertThat(firstViolation(KNOWN.when(importOf(large, small)))).startsWith("territory.overlap " + small.code());
    }

    @Test
    void oneViolationRejectsWholeImport() {
        Place good = grid("001", box(124, 30, 126, 36));
        KNOWN.when(importOf(good, grid("002", box(127, 30, 129, 36)))).thenRejected("territory.outside-parent");
    }

    @Test
    void treeIsValidatedBeforeOutlines() {
        Place bowTie = grid(
                "001",
                outline(List.of(
                        position(124, 30),
                        position(128, 36),
                        position(128, 30),
                        position(124, 36),
                        position(124, 30))));
        assertThat(violations(
                        KNOWN.when(importOf(bowTie, place(TerritoryLevel.GRID, "orphan", "nowhere", EAST.boundary())))))
                .extracting(TerritoryRuleViolation::fault)
                .containsExactly("territory.unknown-parent");
        assertThat(violations(KNOWN.when(importOf(bowTie, grid("002", box(127, 30, 129, 36))))))
                .extracting(TerritoryRuleViolation::fault)
                .containsExactly("territory.broken-polygon");
    }

    @Test
    void allViolationsAreReportedAndFirstIsCode() {
        Place outside = grid("001", box(126, 30, 129, 36));
        Place overlapping = grid("002", box(124, 30, 127, 36));
        Rejection rejection = rejection(KNOWN.when(importOf(overlapping, outside)));
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
                                TerritoryRuleViolation.of("territory.outside-parent", outside, EAST.code())
                                        .located(new Point(33, 128.5), GroundMeasure.squareMetres(6, 33)),
                                TerritoryRuleViolation.of("territory.overlap", overlapping, outside.code())
                                        .located(new Point(33, 126.5), GroundMeasure.squareMetres(6, 33))))
                .containsEntry("at", "33.000000,128.500000")
                .containsEntry("squareMetres", GroundMeasure.squareMetres(6, 33));
    }

    @Test
    void atMostFiftyViolationsAreReported() {
        List<Place> orphans = IntStream.range(0, 70)
                .mapToObj(number -> place(TerritoryLevel.GRID, "orphan-" + number, "nowhere", EAST.boundary()))
                .toList();
        AggregateTestScenario.DecisionAssert<TerritoryEvent> outcome = KNOWN.when(
                importOf(Stream.concat(PLACES.stream(), orphans.stream()).toList()));
        assertThat(violations(outcome)).hasSize(50);
        assertThat(rejection(outcome).details()).containsEntry("faultCount", 70);
    }

    @Test
    void crossingIsReportedWithItsPositionAndSmallestLoop() {
        Place bowTie = withBoundary(
                TOWN,
                outline(List.of(
                        position(120, 30),
                        position(128, 38),
                        position(128, 30),
                        position(124, 38),
                        position(120, 30))));
        TerritoryRuleViolation violation =
                violations(NEW.when(importOf(bowTie))).getFirst();
        assertThat(violation.at()).satisfies(at -> {
            assertThat(at.lon()).isCloseTo(at.lat() + 90, within(1e-9));
            assertThat(at.lon()).isCloseTo(125 + 1.0 / 3, within(1e-9));
        });
        assertThat(violation.squareMetres())
                .isCloseTo(GroundMeasure.squareMetres(10.0 + 2.0 / 3, 35 + 1.0 / 3), withinPercentage(1e-6));
    }

    @Test
    void outlineWithoutAreaIsReportedWithItsPosition() {
        Place line = withBoundary(
                TOWN, outline(List.of(position(120, 30), position(128, 30), position(124, 30), position(120, 30))));
        assertThat(violations(NEW.when(importOf(line))).getFirst()).satisfies(violation -> {
            assertThat(violation.at()).isNotNull().extracting(Point::lat).isEqualTo(30.0);
            assertThat(violation.squareMetres()).isZero();
        });
    }

    /** The hole is narrower than the precision of its positions; the classic overlay of JTS fails on it. */
    @Test
    void nearlyCoincidentOutlinesAreDecided() {
        Place town = withBoundary(
                TOWN,
                outline(
                        closed(List.of(
                                position(80.29749760019531, 13.101059466473844),
                                position(80.29810989423405, 13.10034487006833),
                                position(80.19225315882207, 12.957464045094769))),
                        closed(List.of(
                                position(80.28181012179564, 13.078982896339436),
                                position(80.28180103083125, 13.079074926509236),
                                position(80.28181012179563, 13.078982896339495),
                                position(80.28175833654535, 13.078594312695987)))));
        Place community = withBoundary(
                WEST,
                outline(closed(List.of(
                        position(80.2817800045072, 13.079287781393491),
                        position(80.28181012179563, 13.078982896339495),
                        position(80.27375964252236, 13.090900116989053)))));
        assertThat(firstViolation(NEW.when(importOf(town, community))))
                .isEqualTo("territory.outside-parent " + WEST.code() + " " + TOWN.code());
    }

    @Test
    void boundaryThatLeavesItsPositionNeedsConfirmation() {
        Place moved = withBoundary(MICRO_2, box(123, 33, 124, 36));
        AggregateTestScenario.DecisionAssert<TerritoryEvent> unconfirmed = KNOWN.when(importOf(moved));
        assertThat(violations(unconfirmed))
                .containsExactly(TerritoryRuleViolation.of("territory.relocated", moved, null)
                        .located(new Point(34.5, 123.5), GroundMeasure.squareMetres(3, 34.5)));
        KNOWN.when(new ImportTerritory(TOWN.code(), List.of(moved), null, true)).then(imported(moved));
    }

    @Test
    void boundaryThatSharesOnlyAnEdgeWithItsPositionNeedsConfirmation() {
        assertThat(firstViolation(KNOWN.when(importOf(withBoundary(MICRO_2, box(122, 33, 123, 36))))))
                .isEqualTo("territory.relocated " + MICRO_2.code() + " ");
    }

    @Test
    void boundaryThatOverlapsItsPositionNeedsNoConfirmation() {
        Place shifted = withBoundary(MICRO_2, box(121.9, 33, 123, 36));
        KNOWN.when(importOf(shifted)).then(imported(shifted));
    }

    private static ImportTerritory importWithUnion(Place... places) {
        return new ImportTerritory(TOWN.code(), List.of(places), "义桥镇", false);
    }

    private static List<Place> importedPlaces(AggregateTestScenario.DecisionAssert<TerritoryEvent> outcome) {
        return outcome.timestampedEvents().stream()
                .flatMap(timestamped -> switch (timestamped.event()) {
                    case TerritoryImported(var township, var places) -> places.stream();
                })
                .toList();
    }

    @Test
    void missingTownshipIsMadeFromItsCommunities() {
        List<Place> made = importedPlaces(NEW.when(importWithUnion(WEST, EAST, NORTH_WEST)));
        Place town = made.getFirst();
        assertThat(made).hasSize(4);
        assertThat(town.level()).isEqualTo(TerritoryLevel.TOWNSHIP);
        assertThat(town.code()).isEqualTo(TOWN.code());
        assertThat(town.name()).isEqualTo("义桥镇");
        assertThat(town.parent()).isNull();
        assertThat(GeometryConverter.toGeometry(town.boundary())
                        .equalsTopo(GeometryConverter.toGeometry(box(120, 30, 128, 36))))
                .isTrue();
    }

    @Test
    void hairlineGapBetweenCommunitiesIsNoHoleOfTheTownship() {
        Place holed = withBoundary(WEST, outline(ring(120, 30, 124, 36), ring(121, 31, 121.0001, 31.0001)));
        Place town = importedPlaces(NEW.when(importWithUnion(holed, EAST))).getFirst();
        assertThat(town.boundary().coordinates().getFirst()).hasSize(1);
    }

    @Test
    void knownTownshipIsKept() {
        KNOWN.when(importWithUnion(WEST, EAST)).thenNoEvents();
    }

    @Test
    void townshipOfTheFileIsKept() {
        NEW.when(importWithUnion(TOWN, WEST)).then(imported(TOWN, WEST));
    }

    @Test
    void townshipIsNotMadeOfNothing() {
        NEW.when(importWithUnion(NORTH_WEST)).thenRejected("territory.no-communities");
    }

    @Test
    void townshipIsNotMadeOfBrokenCommunities() {
        Place broken = withBoundary(
                WEST,
                outline(List.of(
                        position(120, 30),
                        position(124, 36),
                        position(124, 30),
                        position(120, 36),
                        position(120, 30))));
        NEW.when(importWithUnion(broken, EAST)).thenRejected("territory.broken-polygon");
    }

    private static List<List<Double>> closed(List<List<Double>> positions) {
        return Stream.concat(positions.stream(), Stream.of(positions.getFirst()))
                .toList();
    }
}
