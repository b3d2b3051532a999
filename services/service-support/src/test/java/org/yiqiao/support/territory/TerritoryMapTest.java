package org.yiqiao.support.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.support.territory.TestTerritory.EAST;
import static org.yiqiao.support.territory.TestTerritory.MICRO_1;
import static org.yiqiao.support.territory.TestTerritory.MICRO_2;
import static org.yiqiao.support.territory.TestTerritory.NORTH_WEST;
import static org.yiqiao.support.territory.TestTerritory.PLACES;
import static org.yiqiao.support.territory.TestTerritory.SOUTH_WEST;
import static org.yiqiao.support.territory.TestTerritory.TOWN;
import static org.yiqiao.support.territory.TestTerritory.WEST;
import static org.yiqiao.support.territory.TestTerritory.at;
import static org.yiqiao.support.territory.TestTerritory.box;
import static org.yiqiao.support.territory.TestTerritory.place;
import static org.yiqiao.support.territory.TestTerritory.ring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.Place;

class TerritoryMapTest {

    private static final Place NEIGHBOUR = place(Level.TOWNSHIP, "330109107", null, box(132, 30, 140, 38));

    private final TerritoryMap map = new TerritoryMap(PLACES);
    private final TerritoryMap twoTowns = new TerritoryMap(
            Stream.concat(Stream.of(NEIGHBOUR), PLACES.stream()).toList());

    @Test
    void aPointIsLocatedDownToItsMicroGrid() {
        assertThat(map.locate(at(121.5, 34))).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_2);
    }

    @Test
    void aPointThatNoMicroGridHoldsIsInItsGrid() {
        assertThat(map.locate(at(123, 34))).containsExactly(TOWN, WEST, NORTH_WEST);
    }

    @Test
    void aPointThatNoGridHoldsIsInItsCommunity() {
        assertThat(map.locate(at(126, 34))).containsExactly(TOWN, EAST);
    }

    @Test
    void aPointThatNoCommunityHoldsIsInItsTownship() {
        assertThat(map.locate(at(126, 37))).containsExactly(TOWN);
    }

    @Test
    void aPointOutsideOfEveryTownshipIsNowhere() {
        assertThat(map.locate(at(128.001, 34))).isEmpty();
    }

    @Test
    void theEdgeOfAPlaceBelongsToIt() {
        assertThat(map.locate(at(128, 34))).containsExactly(TOWN, EAST);
        assertThat(map.locate(at(128, 38))).containsExactly(TOWN);
        assertThat(map.locate(at(120, 34))).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1);
    }

    @Test
    void onASharedEdgeThePlaceWithTheFirstCodeHoldsThePoint() {
        assertThat(map.locate(at(121, 34))).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1);
        assertThat(map.locate(at(123, 33))).containsExactly(TOWN, WEST, NORTH_WEST);
        List<Place> backwards = new ArrayList<>(PLACES);
        Collections.reverse(backwards);
        assertThat(new TerritoryMap(backwards).locate(at(121, 34))).endsWith(MICRO_1);
    }

    @Test
    void theSmallerPlaceHoldsAPointOnItsEdgeWhateverItsCode() {
        assertThat(map.locate(at(124, 34))).containsExactly(TOWN, WEST, NORTH_WEST);
    }

    @Test
    void aHoleIsOutside() {
        Place town = place(
                Level.TOWNSHIP,
                "hole",
                null,
                new Boundary(List.of(List.of(ring(120, 30, 128, 38), ring(122, 32, 124, 34)))));
        TerritoryMap holed = new TerritoryMap(List.of(town));
        assertThat(holed.locate(at(123, 33))).isEmpty();
        assertThat(holed.locate(at(121, 33))).containsExactly("hole");
    }

    @Test
    void aPlaceMayHaveSeveralParts() {
        Place town = place(
                Level.TOWNSHIP,
                "parts",
                null,
                new Boundary(List.of(List.of(ring(120, 30, 122, 32)), List.of(ring(126, 36, 128, 38)))));
        TerritoryMap parted = new TerritoryMap(List.of(town));
        assertThat(parted.locate(at(121, 31))).containsExactly("parts");
        assertThat(parted.locate(at(127, 37))).containsExactly("parts");
        assertThat(parted.locate(at(124, 34))).isEmpty();
    }

    @Test
    void aPathLeadsFromTheTownshipToThePlace() {
        assertThat(map.path(TOWN)).containsExactly(TOWN);
        assertThat(map.path(MICRO_1)).containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1);
        assertThat(map.path("nowhere")).isEmpty();
    }

    @Test
    void childrenComeInTheOrderOfTheirCodes() {
        List<Place> backwards = new ArrayList<>(PLACES);
        Collections.reverse(backwards);
        assertThat(new TerritoryMap(backwards).children(WEST))
                .extracting(Place::code)
                .containsExactly(NORTH_WEST, SOUTH_WEST);
        assertThat(map.children(MICRO_1)).isEmpty();
        assertThat(map.children("nowhere")).isEmpty();
    }

    @Test
    void belowAPlaceIsAllOfItEachAfterItsParent() {
        assertThat(map.below(TOWN))
                .extracting(Place::code)
                .containsExactly(TOWN, WEST, NORTH_WEST, MICRO_1, MICRO_2, SOUTH_WEST, EAST);
        assertThat(map.below(SOUTH_WEST)).extracting(Place::code).containsExactly(SOUTH_WEST);
        assertThat(map.below("nowhere")).isEmpty();
    }

    @Test
    void townshipsComeInTheOrderOfTheirCodes() {
        assertThat(twoTowns.townships()).extracting(Place::code).containsExactly(TOWN, NEIGHBOUR.code());
    }

    @Test
    void aPlaceIsFoundByItsCode() {
        assertThat(map.place(EAST)).contains(PLACES.get(2));
        assertThat(map.place("nowhere")).isEmpty();
        assertThat(map.place(null)).isEmpty();
    }

    @Test
    void theNearestTownshipIsTheOneThatHoldsThePoint() {
        assertThat(twoTowns.nearestTownship(at(121, 31))).map(Place::code).contains(TOWN);
        assertThat(twoTowns.nearestTownship(at(139, 31))).contains(NEIGHBOUR);
    }

    @Test
    void outsideOfAllTownshipsTheNearestOneCounts() {
        assertThat(twoTowns.nearestTownship(at(129, 31))).map(Place::code).contains(TOWN);
        assertThat(twoTowns.nearestTownship(at(131, 31))).contains(NEIGHBOUR);
    }

    @Test
    void theOnlyTownshipIsTheNearestOfAnythingEvenWithoutAPoint() {
        assertThat(map.nearestTownship(null)).map(Place::code).contains(TOWN);
        assertThat(map.nearestTownship(at(-120, -30))).map(Place::code).contains(TOWN);
    }

    @Test
    void withoutAPointNoneOfSeveralTownshipsIsTheNearest() {
        assertThat(twoTowns.nearestTownship(null)).isEmpty();
    }

    @Test
    void anEmptyMapHoldsNothing() {
        assertThat(TerritoryMap.EMPTY.locate(at(121, 31))).isEmpty();
        assertThat(TerritoryMap.EMPTY.townships()).isEmpty();
        assertThat(TerritoryMap.EMPTY.nearestTownship(at(121, 31))).isEmpty();
        assertThat(TerritoryMap.EMPTY.nearestTownship(null)).isEmpty();
    }
}
