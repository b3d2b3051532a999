package org.yiqiao.grid.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TestTerritory.NORTH_WEST;
import static org.yiqiao.grid.TestTerritory.TOWN;
import static org.yiqiao.grid.TestTerritory.WEST;

import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.grid.TestTerritory;
import org.yiqiao.support.territory.TerritoryMap;

class AppointChiefTest {

    private static final String GRID = NORTH_WEST.code();

    private final GridPosts posts = new GridPosts(TestTerritory::map);
    private final Scenario<GridPost, GridPostEvent, TerritoryMap> vacant =
            Scenario.of(posts).withId(GRID);

    @Test
    void aVacantPostIsFilled() {
        vacant.when(new AppointChief("person-1", "Wang")).then(new GridChiefAppointed(GRID, "person-1", "Wang"));
    }

    @Test
    void aChiefNeedsNoName() {
        vacant.when(new AppointChief("person-1", null)).then(new GridChiefAppointed(GRID, "person-1", null));
    }

    @Test
    void thereIsOneChiefAtATime() {
        assertThat(vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                        .when(new AppointChief("person-2", "Li"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("grid-post.occupied").with("chief", "person-1")));
    }

    @Test
    void whoeverIsTheChiefAlreadyStaysSo() {
        vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                .when(new AppointChief("person-1", "Wang"))
                .thenNothing();
    }

    @Test
    void anotherOrTheSamePersonMayFollowOneWhoWasRelieved() {
        var relieved = vacant.given(
                new GridChiefAppointed(GRID, "person-1", "Wang"), new GridChiefRelieved(GRID, "person-1", "moved"));
        relieved.when(new AppointChief("person-2", "Li")).then(new GridChiefAppointed(GRID, "person-2", "Li"));
        relieved.when(new AppointChief("person-1", "Wang")).then(new GridChiefAppointed(GRID, "person-1", "Wang"));
    }

    @Test
    void aGridHasToBeKnown() {
        assertThat(Scenario.of(posts)
                        .withId("nowhere")
                        .when(new AppointChief("person-1", "Wang"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.notFound("grid.unknown").with("grid", "nowhere")));
    }

    @Test
    void onlyAGridHasAChief() {
        Scenario.of(posts)
                .withId(WEST.code())
                .when(new AppointChief("person-1", "Wang"))
                .thenRejected("grid.unknown");
        Scenario.of(posts)
                .withId(TestTerritory.MICRO_1.code())
                .when(new AppointChief("person-1", "Wang"))
                .thenRejected("grid.unknown");
    }

    @Test
    void aPostCountsForTheTownshipAndCommunityOfItsGrid() {
        assertThat(posts.scope(posts.initial(GRID))).isEqualTo(new Scope(TOWN.code(), WEST.code()));
        assertThat(posts.scope(posts.initial("nowhere"))).isEqualTo(Scope.UNKNOWN);
    }

    @Test
    void thePostKnowsItsChief() {
        assertThat(vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                        .state())
                .isEqualTo(new GridPost(GRID, "person-1", "Wang"));
    }
}
