package org.yiqiao.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.envelope.Envelope;

class FeedTest {

    private final MongoDatabase database = TestDatabase.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Feeds feeds = new Feeds(database, new DeadLetters(deadLetters), meters);
    private final Chiefs chiefs = new Chiefs();
    private final Feed<?, ?> feed = feeds.of(chiefs);

    @Test
    void eventsAreFoldedInOrder() {
        feed.accept(List.of(appointed("a", 1), appointed("b", 1), appointed("a", 2)));

        assertThat(row("a")).isEqualTo(new Row<>("a", 2, new Chiefs.Chief("chief-2", 2)));
        assertThat(row("b")).isEqualTo(new Row<>("b", 1, new Chiefs.Chief("chief-1", 1)));
    }

    @Test
    void whatTheLogRepeatsIsAppliedOnce() {
        feed.accept(List.of(appointed("a", 1), appointed("a", 2), appointed("a", 1), appointed("a", 2)));
        feed.accept(List.of(appointed("a", 1), appointed("a", 2), appointed("a", 3)));

        assertThat(row("a").content()).isEqualTo(new Chiefs.Chief("chief-3", 3));
        assertThat(count("applied")).isEqualTo(3);
        assertThat(count("duplicate")).isEqualTo(4);
    }

    @Test
    void repeatedEventsAreSettledOnceMoreBecauseACrashMayHaveComeBetween() {
        feed.accept(List.of(appointed("a", 1)));
        chiefs.settled.clear();

        feed.accept(List.of(appointed("a", 1)));

        assertThat(chiefs.settled).containsExactly("a@1");
    }

    @Test
    void anEventBeforeItsPredecessorWaitsAndOnlyItsAggregateDoes() {
        feed.accept(List.of(appointed("a", 1), appointed("a", 3), appointed("b", 1)));
        assertThat(row("a").lastSeq()).isEqualTo(1);
        assertThat(row("b").lastSeq()).isEqualTo(1);
        assertThat(feeds.parking().count("Chiefs")).isEqualTo(1);

        feed.accept(List.of(appointed("a", 2)));

        assertThat(row("a")).isEqualTo(new Row<>("a", 3, new Chiefs.Chief("chief-3", 3)));
        assertThat(feeds.parking().count("Chiefs")).isZero();
    }

    @Test
    void aPoisonedEventGoesToTheDeadLettersAndDelaysOnlyItsAggregate() {
        chiefs.poison = "chief-2";
        feed.accept(List.of(appointed("a", 1), appointed("a", 2), appointed("b", 1), appointed("a", 3)));

        assertThat(row("a").lastSeq()).isEqualTo(1);
        assertThat(row("b").lastSeq()).isEqualTo(1);
        ProducerRecord<byte[], byte[]> dead = deadLetters.history().getFirst();
        assertThat(dead.topic()).isEqualTo("yiqiao.grid.v1.dlt");
        assertThat(header(dead, DeadLetters.SUBSCRIBER)).isEqualTo("Chiefs");
        assertThat(header(dead, DeadLetters.TOPIC)).isEqualTo("yiqiao.grid.v1");
        assertThat(header(dead, DeadLetters.PARTITION)).isEqualTo("3");
        assertThat(header(dead, DeadLetters.OFFSET)).isEqualTo("2");
        assertThat(header(dead, DeadLetters.CAUSE)).contains("poisoned");
        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void aDeadLetterThatIsReplayedHealsItsAggregate() {
        chiefs.poison = "chief-2";
        feed.accept(List.of(appointed("a", 1), appointed("a", 2), appointed("a", 3)));
        assertThat(feed.replay(appointed("a", 2))).isFalse();

        chiefs.poison = null;

        assertThat(feed.replay(appointed("a", 2))).isTrue();
        assertThat(row("a")).isEqualTo(new Row<>("a", 3, new Chiefs.Chief("chief-3", 3)));
        assertThat(feed.replay(appointed("a", 2))).isTrue();
    }

    @Test
    void anErrorInAHandlerIsPoisonToo() {
        chiefs.error = true;

        feed.accept(List.of(appointed("a", 1)));

        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void anEventThatLacksWhatItsContractRequiresIsPoison() {
        feed.accept(List.of(
                appointed("a", 1, "{\"grid\":\"g\"}"),
                appointed("b", 1, "{\"grid\":\"g\",\"person\":null}"),
                appointed("c", 1)));

        assertThat(deadLetters.history())
                .extracting(dead -> header(dead, DeadLetters.CAUSE))
                .hasSize(2)
                .allSatisfy(cause -> assertThat(cause).contains("GridChiefAppointed.v1 requires person"));
        assertThat(rows().load(List.of("a", "b", "c"))).containsOnlyKeys("c");
    }

    @Test
    void aRowThatCannotBeStoredIsTheFaultOfTheEventThatMadeItSo() {
        Tally tally = new Tally();
        Feed<?, ?> tallying = feeds.of(tally);

        tallying.accept(List.of(
                appointed("a", 1), appointed("a", 2, "{\"grid\":\"g\",\"person\":\"nul\\u0000\"}"), appointed("b", 1)));

        assertThat(deadLetters.history())
                .extracting(dead -> header(dead, DeadLetters.OFFSET))
                .containsExactly("2");
        assertThat(feeds.rows(tally).load(List.of("a", "b")))
                .containsEntry("a", new Row<>("a", 1, new Tally.Count(Map.of("chief-1", 1))))
                .containsEntry("b", new Row<>("b", 1, new Tally.Count(Map.of("chief-1", 1))));
    }

    @Test
    void aRowThatCannotBeSettledDoesNotHoldUpTheOthers() {
        chiefs.unsettled = "a";

        feed.accept(List.of(appointed("a", 1), appointed("b", 1), appointed("a", 2)));

        assertThat(chiefs.settled).containsExactly("b@1");
        assertThat(deadLetters.history())
                .extracting(dead -> header(dead, DeadLetters.OFFSET))
                .containsExactly("2");

        chiefs.unsettled = null;
        assertThat(feed.replay(appointed("a", 2))).isTrue();
        assertThat(chiefs.settled).containsExactly("b@1", "a@2");
    }

    @Test
    void anOutageWhileSettlingIsNoPoison() {
        chiefs.away = true;
        assertThatThrownBy(() -> feed.accept(List.of(appointed("a", 1)))).isInstanceOf(MongoException.class);

        chiefs.away = false;
        feed.accept(List.of(appointed("a", 1)));

        assertThat(deadLetters.history()).isEmpty();
        assertThat(chiefs.settled).containsExactly("a@1");
    }

    @Test
    void anEarlyEventIsParkedWhateverItsHeadersAre() {
        ConsumerRecord<String, byte[]> early = appointed("a", 2);
        early.headers().add("x-empty", null);

        feed.accept(List.of(early));
        feed.accept(List.of(appointed("a", 1)));

        assertThat(row("a").lastSeq()).isEqualTo(2);
    }

    @Test
    void recordsThatAreNoEventsEndInTheDeadLetters() {
        ConsumerRecord<String, byte[]> broken = appointed("a", 1, "{not json");
        ConsumerRecord<String, byte[]> wrong = appointed("b", 1, "{\"person\":{\"x\":1}}");
        ConsumerRecord<String, byte[]> empty = appointed("c", 1, null);
        ConsumerRecord<String, byte[]> bare = new ConsumerRecord<>("yiqiao.grid.v1", 3, 9, "d", new byte[] {1});

        feed.accept(List.of(broken, wrong, empty, bare, appointed("e", 1)));

        assertThat(deadLetters.history()).hasSize(4);
        assertThat(row("e").lastSeq()).isEqualTo(1);
    }

    @Test
    void nothingIsLostWhileTheDeadLetterTopicIsAway() {
        chiefs.poison = "chief-1";
        try (var away = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer())) {
            away.sendException = new IllegalStateException("away");
            Feed<?, ?> unlucky = new Feeds(database, new DeadLetters(away), meters).of(chiefs);

            assertThatThrownBy(() -> unlucky.accept(List.of(appointed("a", 1)))).hasMessageContaining("away");
        }
        chiefs.poison = null;
        feed.accept(List.of(appointed("a", 1)));

        assertThat(row("a").lastSeq()).isEqualTo(1);
    }

    @Test
    void anEventTypeOfANewerProgramCountsAndChangesNothing() {
        ConsumerRecord<String, byte[]> newer = appointed("a", 2);
        newer.headers().remove("ce_type");
        newer.headers().add("ce_type", "org.yiqiao.grid.GridChiefPromoted.v1".getBytes(StandardCharsets.UTF_8));

        feed.accept(List.of(appointed("a", 1), newer, appointed("a", 3)));

        assertThat(row("a")).isEqualTo(new Row<>("a", 3, new Chiefs.Chief("chief-3", 2)));
    }

    @Test
    void eventsOfOtherAggregatesInTheTopicArePassedOver() {
        ConsumerRecord<String, byte[]> other = appointed("a", 1);
        other.headers().remove("ce_source");
        other.headers().add("ce_source", "/grid-management/matter/a".getBytes(StandardCharsets.UTF_8));

        feed.accept(List.of(other));

        assertThat(rows().load(List.of("a"))).isEmpty();
        assertThat(count("skipped")).isEqualTo(1);
    }

    @Test
    void aReactionActsOnceHoweverOftenTheLogRepeats() {
        Counting counting = new Counting();
        Feed<?, ?> reacting = feeds.of(counting);

        reacting.accept(List.of(appointed("a", 1), appointed("a", 1)));
        reacting.accept(List.of(appointed("a", 1), appointed("a", 2)));

        assertThat(counting.seen).containsExactly("a-1", "a-2");
    }

    @Test
    void aReactionThatCannotActNowIsAskedAgain() {
        Counting counting = new Counting();
        counting.busy = true;
        Feed<?, ?> reacting = feeds.of(counting);
        assertThatThrownBy(() -> reacting.accept(List.of(appointed("a", 1)))).isInstanceOf(NotNow.class);

        counting.busy = false;
        reacting.accept(List.of(appointed("a", 1)));

        assertThat(counting.seen).containsExactly("a-1");
        assertThat(deadLetters.history()).isEmpty();
    }

    private RowStore<Chiefs.Chief> rows() {
        return feeds.rows(chiefs);
    }

    private Row<Chiefs.Chief> row(String id) {
        return rows().load(List.of(id)).getOrDefault(id, Row.none(id));
    }

    private double count(String outcome) {
        return meters.get("yiqiao.feed.records")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static ConsumerRecord<String, byte[]> appointed(String id, long seq) {
        return appointed(id, seq, "{\"grid\":\"g\",\"person\":\"chief-" + seq + "\",\"sinceNewerVersions\":true}");
    }

    private static ConsumerRecord<String, byte[]> appointed(String id, long seq, @Nullable String json) {
        var record = new ConsumerRecord<String, byte[]>(
                "yiqiao.grid.v1", 3, seq, id, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
        Appointment.describe(record.headers(), id, seq);
        return record;
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The latest chief of a post, and how many it has had. */
    static final class Chiefs implements Projection<GridPostEvent, Chiefs.Chief> {

        private final List<String> settled = new ArrayList<>();
        private @Nullable String poison;
        private @Nullable String unsettled;
        private boolean away;
        private boolean error;

        public record Chief(String person, int number) {}

        @Override
        public Class<GridPostEvent> events() {
            return GridPostEvent.class;
        }

        @Override
        public Class<Chief> row() {
            return Chief.class;
        }

        @Override
        public @Nullable Chief apply(@Nullable Chief chief, Envelope<? extends GridPostEvent> event) {
            if (error) {
                throw new StackOverflowError();
            }
            return switch (event.event()) {
                case GridChiefAppointed(var grid, var person, var name) -> {
                    if (person.equals(poison)) {
                        throw new IllegalStateException("poisoned");
                    }
                    yield new Chief(person, chief == null ? 1 : chief.number() + 1);
                }
                case GridChiefRelieved relieved -> null;
            };
        }

        @Override
        public void settle(List<Row<Chief>> touched) {
            if (away) {
                throw new MongoException("away");
            }
            if (touched.stream().anyMatch(row -> row.id().equals(unsettled))) {
                throw new IllegalStateException("cannot be settled");
            }
            touched.forEach(row -> settled.add(row.id() + "@" + row.lastSeq()));
        }
    }

    /** How often each person was appointed to a post. */
    static final class Tally implements Projection<GridPostEvent, Tally.Count> {

        public record Count(Map<String, Integer> byPerson) {}

        @Override
        public Class<GridPostEvent> events() {
            return GridPostEvent.class;
        }

        @Override
        public Class<Count> row() {
            return Count.class;
        }

        @Override
        public @Nullable Count apply(@Nullable Count count, Envelope<? extends GridPostEvent> event) {
            Map<String, Integer> byPerson = new HashMap<>(count == null ? Map.of() : count.byPerson());
            if (event.event() instanceof GridChiefAppointed appointed) {
                byPerson.merge(appointed.person(), 1, Integer::sum);
            }
            return new Count(byPerson);
        }
    }

    /** Counts what it is asked to react to. */
    static final class Counting implements Reaction<GridPostEvent> {

        private final List<String> seen = new ArrayList<>();
        private boolean busy;

        @Override
        public Class<GridPostEvent> events() {
            return GridPostEvent.class;
        }

        @Override
        public void on(Envelope<? extends GridPostEvent> event) {
            if (busy) {
                throw new NotNow("busy");
            }
            seen.add(event.id());
        }
    }
}
