package org.yiqiao.core.feed;

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
import org.yiqiao.core.envelope.EventReader;
import org.yiqiao.core.envelope.Received;

/**
 * A projection's rows as the log alone leads to them, folded beside the live ones as a feed folds them. They belong to
 * one rebuild and are dropped with it, so they need not survive anything.
 */
final class SideRows<R> implements AutoCloseable {

    private final MongoDatabase database;
    private final String name;
    private final String aggregate;
    private final Application<R> application;
    private final FoldedRows<R> rows;
    private final Parking waiting;

    /** Aggregates with events that wait. */
    private final Set<String> occupied = new HashSet<>();

    /** Where aggregates stood when an event of theirs could not be applied, or came too early. */
    private final Map<String, Long> held = new HashMap<>();

    SideRows(MongoDatabase database, String name, Projection<?, R> projection, Application<R> application) {
        this.database = database;
        this.name = name;
        this.aggregate = EventType.aggregateOf(projection.events());
        this.application = application;
        this.rows = new FoldedRows<>(
                new RowStore<>(database, name, projection.row(), List.of(), WriteConcern.W1), FoldedRows.ROOM);
        this.waiting = new Parking(database, name + ".parked");
    }

    FoldedRows<R> rows() {
        return rows;
    }

    /** Whether the log has an event of this aggregate that its row here does without. */
    boolean isHeld(String subject) {
        return held.containsKey(subject);
    }

    /** Each event is read by itself, and each aggregate folded by itself: so all processors do. */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Received>> bySubject = bySubject(records);
        Map<String, BsonDocument> known = rows.documents(bySubject.keySet());
        bySubject.entrySet().parallelStream()
                .map(subject -> fold(subject.getKey(), known.get(subject.getKey()), subject.getValue()))
                .toList()
                .forEach(this::keep);
        rows.spill();
    }

    private Fold fold(String subject, @Nullable BsonDocument known, List<Received> received) {
        if (occupied.contains(subject)) {
            received.addAll(waiting.of(name, subject));
        }
        Fold fold = new Fold(known == null ? Row.none(subject) : rows.store().read(known));
        fold.subject.take(received);
        return fold;
    }

    private void keep(Fold fold) {
        fold.subject.move().ifPresent(rows::move);
        Row<R> row = fold.subject.row();
        List<Received.Ordered> early = fold.subject.early();
        early.forEach(event -> waiting.park(name, event));
        if (occupied.contains(row.id())) {
            waiting.leave(name, row.id(), row.lastSeq());
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

    private Map<String, List<Received>> bySubject(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Received>> bySubject = new LinkedHashMap<>();
        for (Received received : records.parallelStream().map(EventReader::read).toList()) {
            if (received instanceof Received.Ordered ordered
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
    private final class Fold {

        private final SubjectFold<R> subject;
        private boolean refused;

        Fold(Row<R> row) {
            subject = new SubjectFold<>(row, application, rows.store(), (record, cause) -> refused = true);
        }
    }
}
