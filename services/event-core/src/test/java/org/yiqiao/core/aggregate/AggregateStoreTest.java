package org.yiqiao.core.aggregate;

import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.Posts;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.privacy.Seal;

class AggregateStoreTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final Posts posts = new Posts();
    private final AggregateStore store = TestDatabase.store();

    @BeforeEach
    void prepare() {
        store.prepare(posts);
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        StoredAggregate<Posts.Post> written = post("a", 2, event(1), event(2));

        assertThat(store.insert(posts, written)).isTrue();

        assertThat(store.find(posts, "a")).contains(written);
    }

    @Test
    void anIdIsTakenOnce() {
        store.insert(posts, post("a", 1, event(1)));

        assertThat(store.insert(posts, post("a", 1, event(1)))).isFalse();
    }

    @Test
    void anUpdateOfAnOlderVersionChangesNothing() {
        store.insert(posts, post("a", 1, event(1)));
        assertThat(store.update(posts, post("a", 2, event(1), event(2)), 1)).isTrue();

        assertThat(store.update(posts, post("a", 2, event(1), event(2)), 1)).isFalse();

        assertThat(store.find(posts, "a").orElseThrow().outbox())
                .extracting(PendingEvent::seq)
                .containsExactly(1L, 2L);
    }

    @Test
    void aBatchLeavesAloneWhatIsThereAndSaysSo() {
        store.insert(posts, post("b", 1, event(1)));

        assertThat(store.insertAll(
                        posts, List.of(post("a", 1, event(1)), post("b", 9, event(9)), post("c", 1, event(1)))))
                .containsExactly("b");

        assertThat(store.existing(posts, List.of("a", "b", "c", "d"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(store.find(posts, "b").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void publishedEventsLeaveTheOutboxAndLaterOnesStay() {
        store.insert(posts, post("a", 2, event(1), event(2)));
        store.insert(posts, post("b", 2, event(1), event(2)));

        store.published(posts, Map.of("a", 2L, "b", 1L));

        assertThat(store.find(posts, "a").orElseThrow().outbox()).isEmpty();
        assertThat(store.find(posts, "b").orElseThrow().outbox())
                .extracting(PendingEvent::seq)
                .containsExactly(2L);
    }

    @Test
    void onlyWhatWaitsTooLongIsPending() {
        store.insert(posts, post("a", 1, event(1)));
        store.insert(posts, post("b", 1, event(1)));
        store.published(posts, Map.of("b", 1L));

        assertThat(store.pending(posts, RECORDED, 10)).isEmpty();
        assertThat(store.pending(posts, RECORDED.plusSeconds(1), 10))
                .extracting(StoredAggregate::id)
                .containsExactly("a");
    }

    @Test
    void onlyWhatIsReachedIsFoundPageByPage() {
        for (String id : List.of("d", "b", "a", "c")) {
            store.insert(posts, post(id, 1, event(1)));
        }

        assertThat(found(new Reach.Within(Set.of("t")), "a", 2)).containsExactly("b", "c");
        assertThat(found(new Reach.Within(Set.of("t-a", "t-d", "t-nothing")), "", 10))
                .containsExactly("a", "d");
        assertThat(found(new Reach.Within(Set.of("t", "t-d", "t-b")), "", 3)).containsExactly("a", "b", "c");
        assertThat(found(Reach.EVERYWHERE, "", 10)).containsExactly("a", "b", "c", "d");
        assertThat(found(Reach.NOWHERE, "", 10)).isEmpty();
    }

    @Test
    void whatItBelongsToChangesWithIt() {
        store.insert(posts, post("a", 1, event(1)));
        StoredAggregate<Posts.Post> moved = new StoredAggregate<>(
                "a",
                2,
                new Posts.Post(2, "chief"),
                Belonging.in(List.of("elsewhere")),
                List.of(event(1), event(2)),
                Memory.EMPTY,
                Seal.NONE);

        assertThat(store.update(posts, moved, 1)).isTrue();

        assertThat(found(new Reach.Within(Set.of("t")), "", 10)).isEmpty();
        assertThat(found(new Reach.Within(Set.of("elsewhere")), "", 10)).containsExactly("a");
        assertThat(store.find(posts, "a").orElseThrow().belonging()).isEqualTo(moved.belonging());
    }

    private List<String> found(Reach reach, String after, int limit) {
        return store.query(posts, reach, gt("_id", after), limit).stream()
                .map(StoredAggregate::id)
                .toList();
    }

    private static StoredAggregate<Posts.Post> post(String id, long version, PendingEvent... outbox) {
        return new StoredAggregate<>(
                id,
                version,
                new Posts.Post((int) version, "chief"),
                Belonging.in(List.of("t", "t-" + id)),
                List.of(outbox),
                new Memory(List.of(new Memory.Key("k", "f")), List.of(new Memory.Source("s.1", 7))),
                Seal.NONE);
    }

    private static PendingEvent event(long seq) {
        return new PendingEvent(
                seq, "org.yiqiao.grid.GridChiefAppointed.v1", RECORDED, RECORDED, "{}", null, "c", "corr", null, null);
    }
}
