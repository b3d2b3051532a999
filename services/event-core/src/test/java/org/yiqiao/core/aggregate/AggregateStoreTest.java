package org.yiqiao.core.aggregate;

import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.privacy.EncryptionState;

class AggregateStoreTest {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final PostAggregateType posts = new PostAggregateType();
    private final AggregateStore store = TestDatabase.createStore();

    @BeforeEach
    void prepare() {
        store.createIndexes(posts);
    }

    @Test
    void storedAggregateIsReadUnchanged() {
        StoredAggregate<PostAggregateType.Post> written = post("a", 2, event(1), event(2));

        assertThat(store.insert(posts, written)).isTrue();

        assertThat(store.find(posts, "a")).contains(written);
    }

    @Test
    void insertFailsForExistingId() {
        store.insert(posts, post("a", 1, event(1)));

        assertThat(store.insert(posts, post("a", 1, event(1)))).isFalse();
    }

    @Test
    void updateOfOlderVersionChangesNothing() {
        store.insert(posts, post("a", 1, event(1)));
        assertThat(store.update(posts, post("a", 2, event(1), event(2)), 1)).isTrue();

        assertThat(store.update(posts, post("a", 2, event(1), event(2)), 1)).isFalse();

        assertThat(store.find(posts, "a").orElseThrow().outbox())
                .extracting(PendingEvent::seq)
                .containsExactly(1L, 2L);
    }

    @Test
    void batchInsertReportsAndKeepsExistingIds() {
        store.insert(posts, post("b", 1, event(1)));

        assertThat(store.insertAll(
                        posts, List.of(post("a", 1, event(1)), post("b", 9, event(9)), post("c", 1, event(1)))))
                .containsExactly("b");

        assertThat(store.findExistingIds(posts, List.of("a", "b", "c", "d"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(store.find(posts, "b").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void everyOperationHasATimeLimit() {
        List<BsonDocument> sent = new CopyOnWriteArrayList<>();
        AggregateStore observed = TestDatabase.createObservedStore(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                sent.add(event.getCommand().clone());
            }
        });

        observed.createIndexes(posts);
        observed.insert(posts, post("a", 1, event(1)));
        observed.insertAll(posts, List.of(post("b", 1, event(1))));
        observed.update(posts, post("a", 2, event(1), event(2)), 1);
        observed.find(posts, "a");
        observed.findAllById(posts, List.of("a"));
        observed.findExistingIds(posts, List.of("a"));
        observed.findVersions(posts);
        observed.findPending(posts, RECORDED, 1);
        observed.findPendingInFuture(posts, RECORDED, 1);
        observed.removePublished(posts, Map.of("a", 1L, "b", 1L));

        assertThat(sent)
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(command -> assertThat(command).as(command.toJson()).containsKey("maxTimeMS"));
    }

    @Test
    void publishedEventsAreRemovedFromOutbox() {
        store.insert(posts, post("a", 2, event(1), event(2)));
        store.insert(posts, post("b", 2, event(1), event(2)));

        store.removePublished(posts, Map.of("a", 2L, "b", 1L));

        assertThat(store.find(posts, "a").orElseThrow().outbox()).isEmpty();
        assertThat(store.find(posts, "b").orElseThrow().outbox())
                .extracting(PendingEvent::seq)
                .containsExactly(2L);
    }

    @Test
    void onlyOverdueAggregatesArePending() {
        store.insert(posts, post("a", 1, event(1)));
        store.insert(posts, post("b", 1, event(1)));
        store.removePublished(posts, Map.of("b", 1L));

        assertThat(store.findPending(posts, RECORDED, 10)).isEmpty();
        assertThat(store.findPending(posts, RECORDED.plusSeconds(1), 10))
                .extracting(StoredAggregate::id)
                .containsExactly("a");
    }

    @Test
    void queryPagesOnlyThroughAccessibleAggregates() {
        for (String id : List.of("d", "b", "a", "c")) {
            store.insert(posts, post(id, 1, event(1)));
        }

        assertThat(found(new AccessScope.LimitedAccess(Set.of("t")), "a", 2)).containsExactly("b", "c");
        assertThat(found(new AccessScope.LimitedAccess(Set.of("t-a", "t-d", "t-nothing")), "", 10))
                .containsExactly("a", "d");
        assertThat(found(new AccessScope.LimitedAccess(Set.of("t", "t-d", "t-b")), "", 3))
                .containsExactly("a", "b", "c");
        assertThat(found(AccessScope.FULL, "", 10)).containsExactly("a", "b", "c", "d");
        assertThat(found(AccessScope.NONE, "", 10)).isEmpty();
    }

    @Test
    void ownershipIsUpdatedWithAggregate() {
        store.insert(posts, post("a", 1, event(1)));
        StoredAggregate<PostAggregateType.Post> moved = new StoredAggregate<>(
                "a",
                2,
                new PostAggregateType.Post(2, "chief"),
                Ownership.ofPath(List.of("elsewhere")),
                List.of(event(1), event(2)),
                ProcessedCommands.EMPTY,
                EncryptionState.NONE);

        assertThat(store.update(posts, moved, 1)).isTrue();

        assertThat(found(new AccessScope.LimitedAccess(Set.of("t")), "", 10)).isEmpty();
        assertThat(found(new AccessScope.LimitedAccess(Set.of("elsewhere")), "", 10))
                .containsExactly("a");
        assertThat(store.find(posts, "a").orElseThrow().ownership()).isEqualTo(moved.ownership());
    }

    private List<String> found(AccessScope accessScope, String after, int limit) {
        return store.query(posts, accessScope, gt("_id", after), limit).stream()
                .map(StoredAggregate::id)
                .toList();
    }

    private static StoredAggregate<PostAggregateType.Post> post(String id, long version, PendingEvent... outbox) {
        return new StoredAggregate<>(
                id,
                version,
                new PostAggregateType.Post((int) version, "chief"),
                Ownership.ofPath(List.of("t", "t-" + id)),
                List.of(outbox),
                new ProcessedCommands(
                        List.of(new ProcessedCommands.IdempotencyKey("k", "f")),
                        List.of(new ProcessedCommands.SourceEvent("s.1", 7))),
                EncryptionState.NONE);
    }

    private static PendingEvent event(long seq) {
        return new PendingEvent(
                seq, "org.yiqiao.grid.GridChiefAppointed.v1", RECORDED, RECORDED, "{}", null, "c", "corr", null, null);
    }
}
