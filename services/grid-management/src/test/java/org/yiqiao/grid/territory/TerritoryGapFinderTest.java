package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TerritoryFixture.EAST;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.PLACES;
import static org.yiqiao.grid.TerritoryFixture.SOUTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.TOWN;
import static org.yiqiao.grid.TerritoryFixture.WEST;
import static org.yiqiao.grid.TerritoryFixture.box;
import static org.yiqiao.grid.TerritoryFixture.place;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.GroundMeasure;

class TerritoryGapFinderTest {

    private static List<TerritoryGap> gaps(List<Place> places, String... parents) {
        return new TerritoryGapFinder(new Territory(places)).find(Set.of(parents));
    }

    @Test
    void areaBetweenTwoSiblingsIsAGap() {
        assertThat(gaps(PLACES, TOWN.code()))
                .containsExactly(new TerritoryGap(
                        TOWN.code(),
                        List.of(WEST.code(), EAST.code()),
                        new Point(37, 124),
                        GroundMeasure.squareMetres(16, 37)));
    }

    @Test
    void completeCoverIsNoGap() {
        assertThat(gaps(PLACES, WEST.code())).isEmpty();
    }

    @Test
    void areaBesideTheLastSiblingIsNoGap() {
        assertThat(gaps(PLACES, NORTH_WEST.code())).isEmpty();
    }

    @Test
    void stripBetweenGridsIsAGapOfItsArea() {
        Place south = place(TerritoryLevel.GRID, SOUTH_WEST.code(), WEST.code(), box(120, 30, 124, 32.999));
        assertThat(gaps(List.of(TOWN, WEST, NORTH_WEST, south), WEST.code()))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.between()).containsExactly(NORTH_WEST.code(), SOUTH_WEST.code());
                    assertThat(gap.squareMetres()).isBetween(41_000_000L, 42_000_000L);
                });
    }

    @Test
    void placeWithoutChildrenHasNoGaps() {
        assertThat(gaps(PLACES, EAST.code(), "nowhere")).isEmpty();
    }
}
