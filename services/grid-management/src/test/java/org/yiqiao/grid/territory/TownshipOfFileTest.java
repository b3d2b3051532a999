package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yiqiao.grid.TerritoryFixture.EAST;
import static org.yiqiao.grid.TerritoryFixture.MICRO_1;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.TOWN;
import static org.yiqiao.grid.TerritoryFixture.WEST;
import static org.yiqiao.grid.TerritoryFixture.map;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.TerritoryMap;

class TownshipOfFileTest {

    private static String codeOfRejection(Runnable search) {
        RejectedException rejected = catchThrowableOfType(RejectedException.class, search::run);
        return rejected == null ? "" : rejected.rejection().code();
    }

    @Test
    void townshipOfTheFileIsFound() {
        assertThat(new TownshipOfFile(TerritoryMap.EMPTY, null, null).find(List.of(WEST, TOWN)))
                .isEqualTo(TOWN.code());
    }

    @Test
    void townshipAboveTheFirstPlaceIsFound() {
        assertThat(new TownshipOfFile(map(), null, null).find(List.of(MICRO_1, NORTH_WEST)))
                .isEqualTo(TOWN.code());
    }

    @Test
    void unknownParentIsRejected() {
        assertThat(codeOfRejection(() -> new TownshipOfFile(TerritoryMap.EMPTY, null, null).find(List.of(EAST))))
                .isEqualTo("territory.unknown-parent");
    }

    @Test
    void namedTownshipNeedsANameUnlessItIsKnown() {
        assertThat(new TownshipOfFile(map(), TOWN.code(), null).find(List.of(EAST)))
                .isEqualTo(TOWN.code());
        assertThat(new TownshipOfFile(TerritoryMap.EMPTY, TOWN.code(), "义桥镇").find(List.of(EAST)))
                .isEqualTo(TOWN.code());
        assertThat(codeOfRejection(() -> new TownshipOfFile(TerritoryMap.EMPTY, TOWN.code(), null).find(List.of(EAST))))
                .isEqualTo("territory.no-township-name");
    }

    @Test
    void namedTownshipMustBeThatOfTheFile() {
        assertThat(codeOfRejection(() -> new TownshipOfFile(map(), "330109107", null).find(List.of(TOWN))))
                .isEqualTo("territory.other-township");
    }
}
