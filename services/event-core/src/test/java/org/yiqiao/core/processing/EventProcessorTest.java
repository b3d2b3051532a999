package org.yiqiao.core.processing;

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
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.testkit.records.AppointmentHeaders;

class EventProcessorTest {

    private final MongoDatabase database = TestDatabase.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final EventProcessorFactory processorFactory =
            new EventProcessorFactory(database, new DeadLetterPublisher(deadLetters), meters);
    private final Chiefs chiefs = new Chiefs();
    private final EventProcessor<?, ?> processor = processorFactory.create(chiefs);

    @Test
    void eventsAreAppliedInOrder() {
        processor.process(List.of(appointed("a", 1), appointed("b", 1), appointed("a", 2)));

        assertThat(row("a")).isEqualTo(new ProjectionRow<>("a", 2, new Chiefs.ChiefRow("chief-2", 2)));
        assertThat(row("b")).isEqualTo(new ProjectionRow<>("b", 1, new Chiefs.ChiefRow("chief-1", 1)));
    }

    @Test
    void duplicateEventsAreAppliedOnce() {
        processor.process(List.of(appointed("a", 1), appointed("a", 2), appointed("a", 1), appointed("a", 2)));
        processor.process(List.of(appointed("a", 1), appointed("a", 2), appointed("a", 3)));

        assertThat(row("a").content()).isEqualTo(new Chiefs.ChiefRow("chief-3", 3));
        assertThat(count("applied")).isEqualTo(3);
        assertThat(count("duplicate")).isEqualTo(4);
    }

    @Test
    void duplicateEventsUpdateDerivedDataAgain() {
        processor.process(List.of(appointed("a", 1)));
        chiefs.updated.clear();

        processor.process(List.of(appointed("a", 1)));

        assertThat(chiefs.updated).containsExactly("a@1");
    }

    @Test
    void gapParksOnlyItsOwnAggregate() {
        processor.process(List.of(appointed("a", 1), appointed("a", 3), appointed("b", 1)));
        assertThat(row("a").lastSeq()).isEqualTo(1);
        assertThat(row("b").lastSeq()).isEqualTo(1);
        assertThat(processorFactory.parkedEvents().count("Chiefs")).isEqualTo(1);

        processor.process(List.of(appointed("a", 2)));

        assertThat(row("a")).isEqualTo(new ProjectionRow<>("a", 3, new Chiefs.ChiefRow("chief-3", 3)));
        assertThat(processorFactory.parkedEvents().count("Chiefs")).isZero();
    }

    @Test
    void poisonEventIsDeadLetteredAndBlocksOnlyItsAggregate() {
        chiefs.poison = "chief-2";
        processor.process(List.of(appointed("a", 1), appointed("a", 2), appointed("b", 1), appointed("a", 3)));

        assertThat(row("a").lastSeq()).isEqualTo(1);
        assertThat(row("b").lastSeq()).isEqualTo(1);
        ProducerRecord<byte[], byte[]> dead = deadLetters.history().getFirst();
        assertThat(dead.topic()).isEqualTo("yiqiao.grid.v1.dlt");
        assertThat(header(dead, DeadLetterPublisher.SUBSCRIBER_HEADER)).isEqualTo("Chiefs");
        assertThat(header(dead, DeadLetterPublisher.TOPIC_HEADER)).isEqualTo("yiqiao.grid.v1");
        assertThat(header(dead, DeadLetterPublisher.PARTITION_HEADER)).isEqualTo("3");
        assertThat(header(dead, DeadLetterPublisher.OFFSET_HEADER)).isEqualTo("2");
        assertThat(header(dead, DeadLetterPublisher.CAUSE_HEADER)).contains("poisoned");
        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void replayedDeadLetterUnblocksItsAggregate() {
        chiefs.poison = "chief-2";
        processor.process(List.of(appointed("a", 1), appointed("a", 2), appointed("a", 3)));
        assertThat(processor.replay(appointed("a", 2))).isFalse();

        chiefs.poison = null;

        assertThat(processor.replay(appointed("a", 2))).isTrue();
        assertThat(row("a")).isEqualTo(new ProjectionRow<>("a", 3, new Chiefs.ChiefRow("chief-3", 3)));
        assertThat(processor.replay(appointed("a", 2))).isTrue();
    }

    @Test
    void handlerErrorIsDeadLettered() {
        chiefs.error = true;

        processor.process(List.of(appointed("a", 1)));

        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void eventWithMissingRequiredFieldIsDeadLettered() {
        processor.process(List.of(
                appointed("a", 1, "{\"grid\":\"g\"}"),
                appointed("b", 1, "{\"grid\":\"g\",\"person\":null}"),
                appointed("c", 1)));

        assertThat(deadLetters.history())
                .extracting(dead -> header(dead, DeadLetterPublisher.CAUSE_HEADER))
                .hasSize(2)
                .allSatisfy(cause -> assertThat(cause).contains("GridChiefAppointed.v1 requires person"));
        assertThat(rows().load(List.of("a", "b", "c"))).containsOnlyKeys("c");
    }

    @Test
    void eventCausingUnstorableRowIsDeadLettered() {
        Tally tally = new Tally();
        EventProcessor<?, ?> tallyProcessor = processorFactory.create(tally);

        tallyProcessor.process(List.of(
                appointed("a", 1), appointed("a", 2, "{\"grid\":\"g\",\"person\":\"nul\\u0000\"}"), appointed("b", 1)));

        assertThat(deadLetters.history())
                .extracting(dead -> header(dead, DeadLetterPublisher.OFFSET_HEADER))
                .containsExactly("2");
        assertThat(processorFactory.rowStore(tally).load(List.of("a", "b")))
                .containsEntry("a", new ProjectionRow<>("a", 1, new Tally.Count(Map.of("chief-1", 1))))
                .containsEntry("b", new ProjectionRow<>("b", 1, new Tally.Count(Map.of("chief-1", 1))));
    }

    @Test
    void derivedDataFailureDoesNotBlockOtherRows() {
        chiefs.failingId = "a";

        processor.process(List.of(appointed("a", 1), appointed("b", 1), appointed("a", 2)));

        assertThat(chiefs.updated).containsExactly("b@1");
        assertThat(deadLetters.history())
                .extracting(dead -> header(dead, DeadLetterPublisher.OFFSET_HEADER))
                .containsExactly("2");

        chiefs.failingId = null;
        assertThat(processor.replay(appointed("a", 2))).isTrue();
        assertThat(chiefs.updated).containsExactly("b@1", "a@2");
    }

    @Test
    void transientFailureInDerivedDataIsNotDeadLettered() {
        chiefs.unavailable = true;
        assertThatThrownBy(() -> processor.process(List.of(appointed("a", 1)))).isInstanceOf(MongoException.class);

        chiefs.unavailable = false;
        processor.process(List.of(appointed("a", 1)));

        assertThat(deadLetters.history()).isEmpty();
        assertThat(chiefs.updated).containsExactly("a@1");
    }

    @Test
    void earlyEventWithNullHeaderIsParked() {
        ConsumerRecord<String, byte[]> early = appointed("a", 2);
        early.headers().add("x-empty", null);

        processor.process(List.of(early));
        processor.process(List.of(appointed("a", 1)));

        assertThat(row("a").lastSeq()).isEqualTo(2);
    }

    @Test
    void undecodableRecordsAreDeadLettered() {
        ConsumerRecord<String, byte[]> broken = appointed("a", 1, "{not json");
        ConsumerRecord<String, byte[]> wrong = appointed("b", 1, "{\"person\":{\"x\":1}}");
        ConsumerRecord<String, byte[]> empty = appointed("c", 1, null);
        ConsumerRecord<String, byte[]> bare = new ConsumerRecord<>("yiqiao.grid.v1", 3, 9, "d", new byte[] {1});

        processor.process(List.of(broken, wrong, empty, bare, appointed("e", 1)));

        assertThat(deadLetters.history()).hasSize(4);
        assertThat(row("e").lastSeq()).isEqualTo(1);
    }

    @Test
    void unavailableDeadLetterTopicLosesNothing() {
        chiefs.poison = "chief-1";
        try (var unavailable = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer())) {
            unavailable.sendException = new IllegalStateException("away");
            EventProcessor<?, ?> failingProcessor =
                    new EventProcessorFactory(database, new DeadLetterPublisher(unavailable), meters).create(chiefs);

            assertThatThrownBy(() -> failingProcessor.process(List.of(appointed("a", 1))))
                    .hasMessageContaining("away");
        }
        chiefs.poison = null;
        processor.process(List.of(appointed("a", 1)));

        assertThat(row("a").lastSeq()).isEqualTo(1);
    }

    @Test
    void unknownEventTypeAdvancesSequenceOnly() {
        ConsumerRecord<String, byte[]> newer = appointed("a", 2);
        newer.headers().remove("ce_type");
        newer.headers().add("ce_type", "org.yiqiao.grid.GridChiefPromoted.v1".getBytes(StandardCharsets.UTF_8));

        processor.process(List.of(appointed("a", 1), newer, appointed("a", 3)));

        assertThat(row("a")).isEqualTo(new ProjectionRow<>("a", 3, new Chiefs.ChiefRow("chief-3", 2)));
    }

    @Test
    void eventsOfOtherAggregateTypesAreSkipped() {
        ConsumerRecord<String, byte[]> other = appointed("a", 1);
        other.headers().remove("ce_source");
        other.headers().add("ce_source", "/grid-management/matter/a".getBytes(StandardCharsets.UTF_8));

        processor.process(List.of(other));

        assertThat(rows().load(List.of("a"))).isEmpty();
        assertThat(count("skipped")).isEqualTo(1);
    }

    @Test
    void reactionIgnoresDuplicateEvents() {
        RecordingReaction reaction = new RecordingReaction();
        EventProcessor<?, ?> reactionProcessor = processorFactory.create(reaction);

        reactionProcessor.process(List.of(appointed("a", 1), appointed("a", 1)));
        reactionProcessor.process(List.of(appointed("a", 1), appointed("a", 2)));

        assertThat(reaction.seen).containsExactly("a-1", "a-2");
    }

    @Test
    void overloadedReactionIsRetried() {
        RecordingReaction reaction = new RecordingReaction();
        reaction.busy = true;
        EventProcessor<?, ?> reactionProcessor = processorFactory.create(reaction);
        assertThatThrownBy(() -> reactionProcessor.process(List.of(appointed("a", 1))))
                .isInstanceOf(RetryLaterException.class);

        reaction.busy = false;
        reactionProcessor.process(List.of(appointed("a", 1)));

        assertThat(reaction.seen).containsExactly("a-1");
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void recordsAreAlsoCountedUnderTheFormerMetricName() {
        processor.process(List.of(appointed("a", 1)));

        assertThat(meters.get("yiqiao.feed.records")
                        .tag("outcome", "applied")
                        .functionCounter()
                        .count())
                .isEqualTo(count("applied"))
                .isPositive();
    }

    private RowStore<Chiefs.ChiefRow> rows() {
        return processorFactory.rowStore(chiefs);
    }

    private ProjectionRow<Chiefs.ChiefRow> row(String id) {
        return rows().load(List.of(id)).getOrDefault(id, ProjectionRow.empty(id));
    }

    private double count(String outcome) {
        return meters.get("yiqiao.processing.records")
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
        AppointmentHeaders.addTo(record.headers(), id, seq);
        return record;
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Projects the latest chief of a post and the number of its chiefs so far. */
    static final class Chiefs implements Projection<GridPostEvent, Chiefs.ChiefRow> {

        private final List<String> updated = new ArrayList<>();
        private @Nullable String poison;
        private @Nullable String failingId;
        private boolean unavailable;
        private boolean error;

        public record ChiefRow(String person, int number) {}

        @Override
        public Class<GridPostEvent> eventClass() {
            return GridPostEvent.class;
        }

        @Override
        public Class<ChiefRow> rowClass() {
            return ChiefRow.class;
        }

        @Override
        public @Nullable ChiefRow apply(@Nullable ChiefRow chief, EventEnvelope<? extends GridPostEvent> event) {
            if (error) {
                throw new StackOverflowError();
            }
            return switch (event.event()) {
                case GridChiefAppointed(var grid, var person, var name) -> {
                    if (person.equals(poison)) {
                        throw new IllegalStateException("poisoned");
                    }
                    yield new ChiefRow(person, chief == null ? 1 : chief.number() + 1);
                }
                case GridChiefRelieved relieved -> null;
            };
        }

        @Override
        public void updateDerivedData(List<ProjectionRow<ChiefRow>> touched) {
            if (unavailable) {
                throw new MongoException("away");
            }
            if (touched.stream().anyMatch(row -> row.id().equals(failingId))) {
                throw new IllegalStateException("derived data cannot be updated");
            }
            touched.forEach(row -> updated.add(row.id() + "@" + row.lastSeq()));
        }
    }

    /** Projects how often each person was appointed to a post. */
    static final class Tally implements Projection<GridPostEvent, Tally.Count> {

        public record Count(Map<String, Integer> byPerson) {}

        @Override
        public Class<GridPostEvent> eventClass() {
            return GridPostEvent.class;
        }

        @Override
        public Class<Count> rowClass() {
            return Count.class;
        }

        @Override
        public @Nullable Count apply(@Nullable Count count, EventEnvelope<? extends GridPostEvent> event) {
            Map<String, Integer> byPerson = new HashMap<>(count == null ? Map.of() : count.byPerson());
            if (event.event() instanceof GridChiefAppointed appointed) {
                byPerson.merge(appointed.person(), 1, Integer::sum);
            }
            return new Count(byPerson);
        }
    }

    /** Records the events that it handles. */
    static final class RecordingReaction implements Reaction<GridPostEvent> {

        private final List<String> seen = new ArrayList<>();
        private boolean busy;

        @Override
        public Class<GridPostEvent> eventClass() {
            return GridPostEvent.class;
        }

        @Override
        public void handle(EventEnvelope<? extends GridPostEvent> event) {
            if (busy) {
                throw new RetryLaterException("busy");
            }
            seen.add(event.id());
        }
    }
}
