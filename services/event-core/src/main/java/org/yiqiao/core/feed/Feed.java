package org.yiqiao.core.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.core.envelope.EventReader;
import org.yiqiao.core.envelope.Received;

/**
 * Feeds one subscriber from its topic. Every record ends as exactly one of applied, duplicate, parked or dead-lettered,
 * and the call returns only when that is stored, so that its offset may be committed. A failure of store or broker is
 * thrown, and the whole batch comes again.
 */
public final class Feed<E extends DomainEvent, R> {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private final Subscriber<E> subscriber;
    private final Application<R> application;
    private final RowStore<R> rows;
    private final Parking parking;
    private final DeadLetters deadLetters;
    private final FeedMeter meter;
    private final String aggregate;

    Feed(
            Subscriber<E> subscriber,
            Application<R> application,
            RowStore<R> rows,
            Parking parking,
            DeadLetters deadLetters,
            FeedMeter meter) {
        this.subscriber = subscriber;
        this.application = application;
        this.rows = rows;
        this.parking = parking;
        this.deadLetters = deadLetters;
        this.meter = meter;
        this.aggregate = EventType.aggregateOf(subscriber.events());
    }

    public Subscriber<E> subscriber() {
        return subscriber;
    }

    /** Takes records of the topic, in the order in which each partition has them. */
    public void accept(List<ConsumerRecord<String, byte[]>> records) {
        take(records, this::deadLetter);
    }

    /**
     * Takes a dead letter once more, as an operator asks.
     *
     * @return false if it still cannot be applied; it stays where it is
     */
    public boolean replay(ConsumerRecord<String, byte[]> letter) {
        List<Throwable> causes = new ArrayList<>();
        take(List.of(letter), (record, cause) -> causes.add(cause));
        return causes.isEmpty();
    }

    private void take(List<ConsumerRecord<String, byte[]>> records, Refusal refusal) {
        Map<String, List<Received>> bySubject = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (EventReader.read(record)) {
                case Received.Unreadable(var unreadable, var cause) -> refusal.refuse(unreadable, cause);
                case Received.Ordered ordered
                when ordered.aggregate().equals(aggregate) ->
                    bySubject
                            .computeIfAbsent(ordered.subject(), any -> new ArrayList<>())
                            .add(ordered);
                case Received.Ordered other -> meter.skipped();
            }
        }
        while (!bySubject.isEmpty() && !fold(bySubject, refusal)) {
            log.debug("{}: another instance was at the same rows, once more", subscriber.name());
        }
    }

    private boolean fold(Map<String, List<Received>> bySubject, Refusal refusal) {
        Map<String, Row<R>> present = rows.load(bySubject.keySet());
        Set<String> occupied = parking.occupied(subscriber.name(), bySubject.keySet());
        List<RowStore.Move> moves = new ArrayList<>();
        List<Row<R>> touched = new ArrayList<>();
        List<SubjectFold<R>> folds = new ArrayList<>();
        bySubject.forEach((subject, received) -> {
            Row<R> row = present.getOrDefault(subject, Row.none(subject));
            SubjectFold<R> fold = new SubjectFold<>(row, application, rows, refusal);
            List<Received> all = new ArrayList<>(received);
            if (occupied.contains(subject)) {
                all.addAll(parking.of(subscriber.name(), subject));
            }
            fold.take(all);
            fold.move().ifPresent(moves::add);
            touched.add(fold.row());
            folds.add(fold);
        });
        if (!moves.isEmpty() && !rows.save(moves)) {
            return false;
        }
        folds.forEach(fold -> {
            fold.early().forEach(event -> parking.park(subscriber.name(), event));
            if (occupied.contains(fold.row().id())) {
                parking.leave(subscriber.name(), fold.row().id(), fold.row().lastSeq());
            }
            meter.count(fold);
        });
        CrashPoint.AFTER_ROWS_BEFORE_COMMIT.pass();
        settle(touched, bySubject, refusal);
        return true;
    }

    /** If rows cannot be settled together, each is settled alone: one that never can be must not hold up the others. */
    private void settle(List<Row<R>> touched, Map<String, List<Received>> bySubject, Refusal refusal) {
        try {
            application.settle(touched);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError cause) {
            Outage.rethrow(cause);
            if (touched.size() > 1) {
                touched.forEach(row -> settle(List.of(row), bySubject, refusal));
            } else {
                String subject = touched.getFirst().id();
                refusal.refuse(
                        bySubject.getOrDefault(subject, List.of()).getLast().record(), cause);
            }
        }
    }

    private void deadLetter(ConsumerRecord<String, byte[]> record, Throwable cause) {
        log.error(
                "{} cannot take {}-{} at {}; it goes to the dead letters",
                subscriber.name(),
                record.topic(),
                record.partition(),
                record.offset(),
                cause);
        deadLetters.put(subscriber.name(), record, cause);
        meter.deadLettered();
    }
}
