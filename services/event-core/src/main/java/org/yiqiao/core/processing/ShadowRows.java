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
 * A projection's rows as the log alone leads to them, folded beside the live ones as a feed folds them. They belong to
 * one rebuild and are dropped with it, so they need not survive anything.
 */
final class ShadowRows<R> implements AutoCloseable {

    private final MongoDatabase database;
    private final String name;
    private final String aggregate;
    private final EventHandlerInvoker<R> invoker;
    private final RowBuffer<R> buffer;
    private final ParkedEventStore parkedEvents;

    /** Aggregates with events that wait. */
    private final Set<String> occupied = new HashSet<>();

    /** Where aggregates stood when an event of theirs could not be applied, or came too early. */
    private final Map<String, Long> held = new HashMap<>();

    ShadowRows(MongoDatabase database, String name, Projection<?, R> projection, EventHandlerInvoker<R> application) {
        this.database = database;
        this.name = name;
        this.aggregate = EventType.aggregateNameOf(projection.eventClass());
        this.invoker = application;
        this.buffer = new RowBuffer<>(
                new RowStore<>(database, name, projection.rowClass(), List.of(), WriteConcern.W1),
                RowBuffer.DEFAULT_CAPACITY);
        this.parkedEvents = new ParkedEventStore(database, name + ".parked");
    }

    RowBuffer<R> buffer() {
        return buffer;
    }

    /** Whether the log has an event of this aggregate that its row here does without. */
    boolean isBlocked(String subject) {
        return held.containsKey(subject);
    }

    /** Each event is read by itself, and each aggregate folded by itself: so all processors do. */
    void process(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<DecodedRecord>> bySubject = groupBySubject(records);
        Map<String, BsonDocument> known = buffer.documents(bySubject.keySet());
        bySubject.entrySet().parallelStream()
                .map(subject -> fold(subject.getKey(), known.get(subject.getKey()), subject.getValue()))
                .toList()
                .forEach(this::store);
        buffer.flushIfFull();
    }

    private FoldAttempt fold(String subject, @Nullable BsonDocument known, List<DecodedRecord> received) {
        if (occupied.contains(subject)) {
            received.addAll(parkedEvents.findBySubject(name, subject));
        }
        FoldAttempt fold = new FoldAttempt(
                known == null ? Row.empty(subject) : buffer.store().decode(known));
        fold.subject.process(received);
        return fold;
    }

    private void store(FoldAttempt fold) {
        fold.subject.rowUpdate().ifPresent(buffer::put);
        Row<R> row = fold.subject.row();
        List<DecodedRecord.SequencedRecord> early = fold.subject.earlyEvents();
        early.forEach(event -> parkedEvents.park(name, event));
        if (occupied.contains(row.id())) {
            parkedEvents.removeUpTo(name, row.id(), row.lastSeq());
        }
        if (early.isEmpty()) {
            occupied.remove(row.id());
        } else {
            occupied.add(row.id());
        }
        if (fold.refused || !early.isEmpty()) {
            held.put(row.id(), row.lastSeq());
        } else {
            held.computeIfPresent(row.id(), (ignored, stood) -> row.lastSeq() > stood ? null : stood);
        }
    }

    private Map<String, List<DecodedRecord>> groupBySubject(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<DecodedRecord>> bySubject = new LinkedHashMap<>();
        for (DecodedRecord received :
                records.parallelStream().map(CloudEventRecordReader::read).toList()) {
            if (received instanceof DecodedRecord.SequencedRecord ordered
                    && ordered.aggregate().equals(aggregate)) {
                bySubject
                        .computeIfAbsent(ordered.subject(), any -> new ArrayList<>())
                        .add(ordered);
            }
        }
        return bySubject;
    }

    @Override
    public void close() {
        database.getCollection(name).drop();
        database.getCollection(name + ".parked").drop();
    }

    /** What is refused here was refused by the feed too, and is in the dead letters since. */
    private final class FoldAttempt {

        private final RowEventApplier<R> subject;
        private boolean refused;

        FoldAttempt(Row<R> row) {
            subject = new RowEventApplier<>(row, invoker, buffer.store(), (record, cause) -> refused = true);
        }
    }
}
