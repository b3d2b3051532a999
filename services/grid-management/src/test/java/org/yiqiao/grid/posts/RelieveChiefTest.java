package org.yiqiao.grid.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.grid.TerritoryFixture.NORTH_WEST;
import static org.yiqiao.grid.TerritoryFixture.TOWN;
import static org.yiqiao.grid.TerritoryFixture.WEST;

import com.mongodb.MongoClientSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
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
    void reliefClearsChiefAndNameAndKeepsEveryReason() {
        GridPost post = vacant.given(
                        new GridChiefAppointed(GRID, "person-1", "Wang"),
                        new GridChiefRelieved(GRID, "person-1", "moved away"),
                        new GridChiefAppointed(GRID, "person-2", "Li"),
                        new GridChiefRelieved(GRID, "person-2", "ill"))
                .state();
        Instant time = AggregateTestScenario.NOW.minusSeconds(3600);
        assertThat(post)
                .isEqualTo(new GridPost(
                        GRID,
                        null,
                        null,
                        List.of(new Relief(time, "person-1", "moved away"), new Relief(time, "person-2", "ill"))));
    }

    @Test
    void reasonIsShownOnlyToRolesThatAppointHere() {
        GridPostAggregateType type = new GridPostAggregateType(TerritoryFixture::map);
        GridPost post = Objects.requireNonNull(vacant.given(
                        new GridChiefAppointed(GRID, "person-1", "Wang"),
                        new GridChiefRelieved(GRID, "person-1", "moved away"))
                .state());

        assertThat(type.mask(post, "a", Set.of(new Post(Role.COMMUNITY_SECRETARY, WEST.code()))))
                .isEqualTo(post);
        assertThat(type.mask(post, "a", Set.of(new Post(Role.TOWN_OPERATOR, TOWN.code()))))
                .isEqualTo(post);
        assertThat(List.of(
                        new Post(Role.COMMUNITY_SECRETARY, "330109106999"),
                        new Post(Role.GRID_CHIEF, GRID),
                        new Post(Role.STAIRWELL_STEWARD, GRID)))
                .allSatisfy(other -> assertThat(
                                type.mask(post, "a", Set.of(other)).reliefs())
                        .containsExactly(new Relief(AggregateTestScenario.NOW.minusSeconds(3600), "person-1", null)));
    }

    @Test
    void postStoredBeforeReliefsWereKeptHasNone() {
        GridPost post = MongoClientSettings.getDefaultCodecRegistry()
                .get(GridPost.class)
                .decode(
                        BsonDocument.parse("{'grid': 'grid-1', 'chief': 'person-1', 'name': 'Wang'}")
                                .asBsonReader(),
                        DecoderContext.builder().build());

        assertThat(post).isEqualTo(new GridPost("grid-1", "person-1", "Wang", List.of()));
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
