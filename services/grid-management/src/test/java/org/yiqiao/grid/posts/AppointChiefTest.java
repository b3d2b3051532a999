package org.yiqiao.grid.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.TOWN;
import static org.yiqiao.grid.TerritoryFixture.WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.grid.TerritoryFixture;
import org.yiqiao.support.territory.TerritoryMap;

class AppointChiefTest {

    private static final String GRID = NORTH_WEST.code();

    private final GridPostAggregateType posts = new GridPostAggregateType(TerritoryFixture::map);
    private final AggregateTestScenario<GridPost, GridPostEvent, TerritoryMap> vacant =
            AggregateTestScenario.of(posts).withId(GRID);

    @Test
    void vacantPostIsFilled() {
        vacant.when(new AppointChief("person-1", "Wang")).then(new GridChiefAppointed(GRID, "person-1", "Wang"));
    }

    @Test
    void chiefNameIsOptional() {
        vacant.when(new AppointChief("person-1", null)).then(new GridChiefAppointed(GRID, "person-1", null));
    }

    @Test
    void occupiedPostRejectsAnotherChief() {
        assertThat(vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                        .when(new AppointChief("person-2", "Li"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("grid-post.occupied").withDetail("chief", "person-1")));
    }

    @Test
    void appointingCurrentChiefDoesNothing() {
        vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                .when(new AppointChief("person-1", "Wang"))
                .thenNoEvents();
    }

    @Test
    void appointingCurrentChiefWithoutNameKeepsTheName() {
        vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                .when(new AppointChief("person-1", null))
                .thenNoEvents();
        vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                .when(new AppointChief("person-1", " "))
                .thenNoEvents();
    }

    @Test
    void appointingCurrentChiefWithAnotherNameRecordsTheName() {
        vacant.given(new GridChiefAppointed(GRID, "person-1", null))
                .when(new AppointChief("person-1", "Wang"))
                .then(new GridChiefAppointed(GRID, "person-1", "Wang"));
    }

    @Test
    void anyoneCanBeAppointedAfterRelief() {
        var relieved = vacant.given(
                new GridChiefAppointed(GRID, "person-1", "Wang"), new GridChiefRelieved(GRID, "person-1", "moved"));
        relieved.when(new AppointChief("person-2", "Li")).then(new GridChiefAppointed(GRID, "person-2", "Li"));
        relieved.when(new AppointChief("person-1", "Wang")).then(new GridChiefAppointed(GRID, "person-1", "Wang"));
    }

    @Test
    void unknownGridIsRejected() {
        assertThat(AggregateTestScenario.of(posts)
                        .withId("nowhere")
                        .when(new AppointChief("person-1", "Wang"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.notFound("grid.unknown").withDetail("grid", "nowhere")));
    }

    @Test
    void onlyGridCanHaveChief() {
        AggregateTestScenario.of(posts)
                .withId(WEST.code())
                .when(new AppointChief("person-1", "Wang"))
                .thenRejected("grid.unknown");
        AggregateTestScenario.of(posts)
                .withId(TerritoryFixture.MICRO_1.code())
                .when(new AppointChief("person-1", "Wang"))
                .thenRejected("grid.unknown");
    }

    @Test
    void jurisdictionIsTownshipAndCommunityOfGrid() {
        assertThat(posts.jurisdiction(posts.initialState(GRID))).isEqualTo(new Jurisdiction(TOWN.code(), WEST.code()));
        assertThat(posts.jurisdiction(posts.initialState("nowhere"))).isEqualTo(Jurisdiction.UNKNOWN);
    }

    @Test
    void postRecordsChief() {
        assertThat(vacant.given(new GridChiefAppointed(GRID, "person-1", "Wang"))
                        .state())
                .isEqualTo(new GridPost(GRID, "person-1", "Wang", List.of()));
    }
}
