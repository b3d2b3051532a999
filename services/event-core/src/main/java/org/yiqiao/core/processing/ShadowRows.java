package org.yiqiao.core.processing;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.EventType;
import org.yiqiao.core.envelope.CloudEventRecordReader;
import org.yiqiao.core.envelope.DecodedRecord;

/**
 * The rows of a projection as folded from the event log alone, beside the live rows and in the same way as by an event
 * processor. Shadow rows belong to one rebuild and are dropped with it, so they need no durability.
 */
final class ShadowRows<R> implements AutoCloseable {

    private final MongoDatabase database;
    private final String name;
    private final String aggregate;
    private final EventHandlerInvoker<R> invoker;
    private final RowBuffer<R> buffer;
    private final OutOfOrderEventStore parkedEvents;

    /** Aggregates with parked events. */
    private final Set<String> parkedSubjects = new HashSet<>();

    /** Sequence numbers of aggregates at the time when one of their events could not be applied, or came too early. */
    private final Map<String, Long> blockedAt = new HashMap<>();

    ShadowRows(MongoDatabase database, String name, Projection<?, R> projection, EventHandlerInvoker<R> invoker) {
        this.database = database;
        this.name = name;
        this.aggregate = EventType.aggregateNameOf(projection.eventClass());
        this.invoker = invoker;
        this.buffer = new RowBuffer<>(
                new RowStore<>(database, name, projection.rowClass(), List.of(), WriteConcern.W1),
                RowBuffer.DEFAULT_CAPACITY);
        this.parkedEvents = new OutOfOrderEventStore(database, name + ".parked");
    }

    RowBuffer<R> buffer() {
        return buffer;
    }

    /** Returns whether the event log has an event of this aggregate that its shadow row lacks. */
    boolean isBlocked(String subject) {
        return blockedAt.containsKey(subject);
    }

    /** Decodes each event and folds each aggregate independently, which uses all processors. */
    void process(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<DecodedRecord>> bySubject = groupBySubject(records);
        Map<String, BsonDocument> known = buffer.documents(bySubject.keySet());
        bySubject.entrySet().parallelStream()
                .map(entry -> fold(entry.getKey(), known.get(entry.getKey()), entry.getValue()))
                .toList()
                .forEach(this::store);
        buffer.flushIfFull();
    }

    private FoldAttempt fold(String subject, @Nullable BsonDocument known, List<DecodedRecord> received) {
        if (parkedSubjects.contains(subject)) {
            received.addAll(parkedEvents.findBySubject(name, subject));
        }
        FoldAttempt fold = new FoldAttempt(
                known == null ? ProjectionRow.empty(subject) : buffer.store().decode(known));
        fold.applier.process(received);
        return fold;
    }

    private void store(FoldAttempt fold) {
        fold.applier.rowUpdate().ifPresent(buffer::put);
        ProjectionRow<R> row = fold.applier.row();
        List<DecodedRecord.SequencedRecord> early = fold.applier.earlyEvents();
        early.forEach(event -> parkedEvents.park(name, event));
        if (parkedSubjects.contains(row.id())) {
            parkedEvents.removeUpTo(name, row.id(), row.lastSeq());
        }
        if (early.isEmpty()) {
            parkedSubjects.remove(row.id());
        } else {
            parkedSubjects.add(row.id());
        }
        if (fold.failed || !early.isEmpty()) {
            blockedAt.put(row.id(), row.lastSeq());
        } else {
            blockedAt.computeIfPresent(row.id(), (ignored, seq) -> row.lastSeq() > seq ? null : seq);
        }
    }

    private Map<String, List<DecodedRecord>> groupBySubject(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<DecodedRecord>> bySubject = new LinkedHashMap<>();
        for (DecodedRecord received :
                records.parallelStream().map(CloudEventRecordReader::read).toList()) {
            if (received instanceof DecodedRecord.SequencedRecord sequenced
                    && sequenced.aggregate().equals(aggregate)) {
                bySubject
                        .computeIfAbsent(sequenced.subject(), any -> new ArrayList<>())
                        .add(sequenced);
            }
        }
        return bySubject;
    }

    @Override
    public void close() {
        database.getCollection(name).drop();
        database.getCollection(name + ".parked").drop();
    }

    /**
     * Applies events to a row. A record that fails here failed in the event processor too, and is in the dead-letter
     * topic.
     */
    private final class FoldAttempt {

        private final RowEventApplier<R> applier;
        private boolean failed;

        FoldAttempt(ProjectionRow<R> row) {
            applier = new RowEventApplier<>(row, invoker, buffer.store(), (record, cause) -> failed = true);
        }
    }
}
