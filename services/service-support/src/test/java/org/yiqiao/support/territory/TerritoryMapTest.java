package org.yiqiao.support.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yiqiao.support.territory.TestTerritory.EAST;
import static org.yiqiao.support.territory.TestTerritory.MICRO_1;
import static org.yiqiao.support.territory.TestTerritory.MICRO_2;
import static org.yiqiao.support.territory.TestTerritory.NORTH_WEST;
import static org.yiqiao.support.territory.TestTerritory.PLACES;
import static org.yiqiao.support.territory.TestTerritory.SOUTH_WEST;
import static org.yiqiao.support.territory.TestTerritory.TOWN;
import static org.yiqiao.support.territory.TestTerritory.WEST;
import static org.yiqiao.support.territory.TestTerritory.box;
import static org.yiqiao.support.territory.TestTerritory.place;
import static org.yiqiao.support.territory.TestTerritory.pointAt;
import static org.yiqiao.support.territory.TestTerritory.ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.TerritoryMap.TownshipDistance;

class TerritoryMapTest {

    private static final Place NEIGHBOUR = place(TerritoryLevel.TOWNSHIP, "330109107", null, box(132, 30, 140, 38));

    private final TerritoryMap map = new TerritoryMap(PLACES);
    private final TerritoryMap twoTowns = new TerritoryMap(
            Stream.concat(Stream.of(NEIGHBOUR), PLACES.stream()).toList());

    @Test
    void pointIsLocatedDownToItsMicroGrid() {
        assertThat(map.locate(pointAt(121.5, 34))).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_2);
    }

    @Test
    void pointOutsideMicroGridsIsLocatedInItsGrid() {
        assertThat(map.locate(pointAt(123, 34))).containsExactly(TOWN, WEST, NORTH_WEST);
    }

    @Test
    void pointOutsideGridsIsLocatedInItsCommunity() {
        assertThat(map.locate(pointAt(126, 34))).containsExactly(TOWN, EAST);
    }

    @Test
    void pointOutsideCommunitiesIsLocatedInItsTownship() {
        assertThat(map.locate(pointAt(126, 37))).containsExactly(TOWN);
    }

    @Test
    void pointOutsideAllTownshipsHasNoPlace() {
        assertThat(map.locate(pointAt(128.001, 34))).isEmpty();
    }

    @Test
    void edgeBelongsToThePlace() {
        assertThat(map.locate(pointAt(128, 34))).containsExactly(TOWN, EAST);
        assertThat(map.locate(pointAt(128, 38))).containsExactly(TOWN);
        assertThat(map.locate(pointAt(120, 34))).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1);
    }

    @Test
    void lowestCodeWinsOnASharedEdge() {
        assertThat(map.locate(pointAt(121, 34))).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1);
        assertThat(map.locate(pointAt(123, 33))).containsExactly(TOWN, WEST, NORTH_WEST);
        List<Place> backwards = new ArrayList<>(PLACES);
        Collections.reverse(backwards);
        assertThat(new TerritoryMap(backwards).locate(pointAt(121, 34))).endsWith(MICRO_1);
    }

    @Test
    void smallerPlaceWinsOnItsEdge() {
        assertThat(map.locate(pointAt(124, 34))).containsExactly(TOWN, WEST, NORTH_WEST);
    }

    @Test
    void holeIsOutsideThePlace() {
        Place town = place(
                TerritoryLevel.TOWNSHIP,
                "hole",
                null,
                new Boundary(List.of(List.of(ring(120, 30, 128, 38), ring(122, 32, 124, 34)))));
        TerritoryMap holed = new TerritoryMap(List.of(town));
        assertThat(holed.locate(pointAt(123, 33))).isEmpty();
        assertThat(holed.locate(pointAt(121, 33))).containsExactly("hole");
    }

    @Test
    void placeCanHaveSeveralParts() {
        Place town = place(
                TerritoryLevel.TOWNSHIP,
                "parts",
                null,
                new Boundary(List.of(List.of(ring(120, 30, 122, 32)), List.of(ring(126, 36, 128, 38)))));
        TerritoryMap parted = new TerritoryMap(List.of(town));
        assertThat(parted.locate(pointAt(121, 31))).containsExactly("parts");
        assertThat(parted.locate(pointAt(127, 37))).containsExactly("parts");
        assertThat(parted.locate(pointAt(124, 34))).isEmpty();
    }

    @Test
    void pathLeadsFromTownshipToPlace() {
        assertThat(map.path(TOWN)).containsExactly(TOWN);
        assertThat(map.path(MICRO_1)).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1);
        assertThat(map.path("nowhere")).isEmpty();
    }

    @Test
    void childrenAreOrderedByCode() {
        List<Place> backwards = new ArrayList<>(PLACES);
        Collections.reverse(backwards);
        assertThat(new TerritoryMap(backwards).children(WEST))
                .extracting(Place::code)
                .containsExactly(NORTH_WEST, SOUTH_WEST);
        assertThat(map.children(MICRO_1)).isEmpty();
        assertThat(map.children("nowhere")).isEmpty();
    }

    @Test
    void subtreeListsParentsBeforeChildren() {
        assertThat(map.subtree(TOWN))
                .extracting(Place::code)
                .containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1, MICRO_2, SOUTH_WEST, EAST);
        assertThat(map.subtree(SOUTH_WEST)).extracting(Place::code).containsExactly(SOUTH_WEST);
        assertThat(map.subtree("nowhere")).isEmpty();
    }

    @Test
    void townshipsAreOrderedByCode() {
        assertThat(twoTowns.townships()).extracting(Place::code).containsExactly(TOWN, NEIGHBOUR.code());
    }

    @Test
    void placeIsFoundByCode() {
        assertThat(map.place(EAST)).contains(PLACES.get(2));
        assertThat(map.place("nowhere")).isEmpty();
        assertThat(map.place(null)).isEmpty();
    }

    @Test
    void nearestTownshipContainsThePoint() {
        assertThat(twoTowns.nearestTownship(pointAt(121, 31))
                        .orElseThrow()
                        .township()
                        .code())
                .isEqualTo(TOWN);
        assertThat(twoTowns.nearestTownship(pointAt(139, 31))).contains(new TownshipDistance(NEIGHBOUR, 0));
    }

    @Test
    void pointOutsideAllTownshipsHasNearestTownship() {
        assertThat(twoTowns.nearestTownship(pointAt(129, 31))
                        .orElseThrow()
                        .township()
                        .code())
                .isEqualTo(TOWN);
        assertThat(twoTowns.nearestTownship(pointAt(131, 31)).orElseThrow().township())
                .isEqualTo(NEIGHBOUR);
    }

    /** One degree is 111,195.08 m on a meridian, and that times the cosine of the latitude along a parallel. */
    @Test
    void distanceToTownshipIsInMeters() {
        assertThat(metersFrom(124, 29)).isCloseTo(111_195.08, within(0.01));
        assertThat(metersFrom(128.2, 34)).isCloseTo(111_195.08 * 0.2 * Math.cos(Math.toRadians(34)), within(1.0));
        assertThat(metersFrom(128, 38.1)).isCloseTo(11_119.51, within(0.01));
    }

    @Test
    void distanceIsMeasuredToTheNearestPartOrHole() {
        Place town = place(
                TerritoryLevel.TOWNSHIP,
                "hole",
                null,
                new Boundary(List.of(
                        List.of(ring(120, 30, 128, 38), ring(122, 32, 126, 36)), List.of(ring(100, 30, 101, 31)))));
        TerritoryMap map = new TerritoryMap(List.of(town));
        assertThat(map.nearestTownship(pointAt(124, 32.5)).orElseThrow().meters())
                .isCloseTo(111_195.08 / 2, within(0.01));
        assertThat(map.nearestTownship(pointAt(100.5, 29.9)).orElseThrow().meters())
                .isCloseTo(11_119.51, within(0.01));
    }

    private double metersFrom(double longitude, double latitude) {
        return map.nearestTownship(pointAt(longitude, latitude)).orElseThrow().meters();
    }

    @Test
    void onlyTownshipIsKnownUntilASecondIsImported() {
        assertThat(map.onlyTownship()).map(Place::code).contains(TOWN);
        assertThat(twoTowns.onlyTownship()).isEmpty();
        assertThat(TerritoryMap.EMPTY.onlyTownship()).isEmpty();
    }

    @Test
    void pointAtZeroZeroIsNoPoint() {
        assertThat(NullIsland.toNull(pointAt(0, 0))).isNull();
        assertThat(NullIsland.toNull(pointAt(-0.0, -0.0))).isNull();
        assertThat(NullIsland.toNull(null)).isNull();
        assertThat(NullIsland.toNull(pointAt(120, 0))).isEqualTo(pointAt(120, 0));
        assertThat(NullIsland.toNull(pointAt(0, 51.4779))).isEqualTo(pointAt(0, 51.4779));
    }

    @Test
    void emptyMapHasNoPlaces() {
        assertThat(TerritoryMap.EMPTY.locate(pointAt(121, 31))).isEmpty();
        assertThat(TerritoryMap.EMPTY.townships()).isEmpty();
        assertThat(TerritoryMap.EMPTY.nearestTownship(pointAt(121, 31))).isEmpty();
    }
}
