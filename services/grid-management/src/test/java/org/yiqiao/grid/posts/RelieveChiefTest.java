package org.yiqiao.grid.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;

import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.grid.TerritoryFixture;
import org.yiqiao.support.territory.TerritoryMap;

class RelieveChiefTest {

    private static final String GRID = NORTH_WEST.code();

    private final AggregateTestScenario<GridPost, GridPostEvent, TerritoryMap> vacant = AggregateTestScenario.of(
                    new GridPostAggregateType(TerritoryFixture::map))
            .withId(GRID);

    @Test
    void chiefIsRelievedWithReason() {
        vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                .when(new RelieveChief("moved away"))
                .then(new GridChiefRelieved(GRID, "person-1", "moved away"));
    }

    @Test
    void reliefClearsChiefAndName() {
        assertThat(vacant.given(
                                new GridChiefAppointed(GRID, "person-1", "Wang"),
                                new GridChiefRelieved(GRID, "person-1", "moved away"))
                        .state())
                .isEqualTo(new GridPost(GRID, null, null));
    }

    @Test
    void vacantPostRejectsRelief() {
        vacant.when(new RelieveChief("moved away")).thenRejected("grid-post.vacant");
    }

    @Test
    void secondReliefIsRejected() {
        vacant.given(
                        new GridChiefAppointed(GRID, "person-1", "Wang"),
                        new GridChiefRelieved(GRID, "person-1", "moved away"))
                .when(new RelieveChief("moved away"))
                .thenRejected("grid-post.vacant");
    }
}
