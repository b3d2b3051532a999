package org.yiqiao.core.processing;

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
import org.yiqiao.core.envelope.CloudEventRecordReader;
import org.yiqiao.core.envelope.DecodedRecord;

/**
 * Feeds one subscriber from its topic. Every record ends as exactly one of applied, duplicate, parked or dead-lettered,
 * and the call returns only when that is stored, so that its offset may be committed. A failure of store or broker is
 * thrown, and the whole batch comes again.
 */
public final class EventProcessor<E extends DomainEvent, R> {

    private static final Logger log = LoggerFactory.getLogger(EventProcessor.class);

    private final EventHandler<E> eventHandler;
    private final EventHandlerInvoker<R> invoker;
    private final RowStore<R> rows;
    private final ParkedEventStore parkedEvents;
    private final DeadLetterPublisher deadLetters;
    private final EventProcessorMetrics metrics;
    private final String aggregate;

    EventProcessor(
            EventHandler<E> subscriber,
            EventHandlerInvoker<R> application,
            RowStore<R> rows,
            ParkedEventStore parking,
            DeadLetterPublisher deadLetters,
            EventProcessorMetrics meter) {
        this.eventHandler = subscriber;
        this.invoker = application;
        this.rows = rows;
        this.parkedEvents = parking;
        this.deadLetters = deadLetters;
        this.metrics = meter;
        this.aggregate = EventType.aggregateNameOf(subscriber.eventClass());
    }

    public EventHandler<E> eventHandler() {
        return eventHandler;
    }

    /** Takes records of the topic, in the order in which each partition has them. */
    public void process(List<ConsumerRecord<String, byte[]>> records) {
        processRecords(records, this::publishDeadLetter);
    }

    /**
     * Takes a dead letter once more, as an operator asks.
     *
     * @return false if it still cannot be applied; it stays where it is
     */
    public boolean replay(ConsumerRecord<String, byte[]> letter) {
        List<Throwable> causes = new ArrayList<>();
        processRecords(List.of(letter), (record, cause) -> causes.add(cause));
        return causes.isEmpty();
    }

    private void processRecords(List<ConsumerRecord<String, byte[]>> records, FailedRecordHandler refusal) {
        Map<String, List<DecodedRecord>> bySubject = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (CloudEventRecordReader.read(record)) {
                case DecodedRecord.NonEventRecord(var unreadable, var cause) -> refusal.handle(unreadable, cause);
                case DecodedRecord.SequencedRecord ordered
                when ordered.aggregate().equals(aggregate) ->
                    bySubject
                            .computeIfAbsent(ordered.subject(), any -> new ArrayList<>())
                            .add(ordered);
                case DecodedRecord.SequencedRecord other -> metrics.countSkipped();
            }
        }
        while (!bySubject.isEmpty() && !fold(bySubject, refusal)) {
            log.debug("{}: another instance was at the same rows, once more", eventHandler.name());
        }
    }

    private boolean fold(Map<String, List<DecodedRecord>> bySubject, FailedRecordHandler refusal) {
        Map<String, Row<R>> present = rows.load(bySubject.keySet());
        Set<String> occupied = parkedEvents.findParkedSubjects(eventHandler.name(), bySubject.keySet());
        List<RowStore.RowUpdate> moves = new ArrayList<>();
        List<Row<R>> touched = new ArrayList<>();
        List<RowEventApplier<R>> folds = new ArrayList<>();
        bySubject.forEach((subject, received) -> {
            Row<R> row = present.getOrDefault(subject, Row.empty(subject));
            RowEventApplier<R> fold = new RowEventApplier<>(row, invoker, rows, refusal);
            List<DecodedRecord> all = new ArrayList<>(received);
            if (occupied.contains(subject)) {
                all.addAll(parkedEvents.findBySubject(eventHandler.name(), subject));
            }
            fold.process(all);
            fold.rowUpdate().ifPresent(moves::add);
            touched.add(fold.row());
            folds.add(fold);
        });
        if (!moves.isEmpty() && !rows.save(moves)) {
            return false;
        }
        folds.forEach(fold -> {
            fold.earlyEvents().forEach(event -> parkedEvents.park(eventHandler.name(), event));
            if (occupied.contains(fold.row().id())) {
                parkedEvents.removeUpTo(
                        eventHandler.name(), fold.row().id(), fold.row().lastSeq());
            }
            metrics.countFold(fold);
        });
        CrashPoint.AFTER_ROWS_BEFORE_COMMIT.crashIfPlanned();
        updateDerivedData(touched, bySubject, refusal);
        return true;
    }

    /** If rows cannot be settled together, each is settled alone: one that never can be must not hold up the others. */
    private void updateDerivedData(
            List<Row<R>> touched, Map<String, List<DecodedRecord>> bySubject, FailedRecordHandler refusal) {
        try {
            invoker.updateDerivedData(touched);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError cause) {
            TransientFailures.rethrowIfTransient(cause);
            if (touched.size() > 1) {
                touched.forEach(row -> updateDerivedData(List.of(row), bySubject, refusal));
            } else {
                String subject = touched.getFirst().id();
                refusal.handle(
                        bySubject.getOrDefault(subject, List.of()).getLast().record(), cause);
            }
        }
    }

    private void publishDeadLetter(ConsumerRecord<String, byte[]> record, Throwable cause) {
        log.error(
                "{} cannot take {}-{} at {}; it goes to the dead letters",
                eventHandler.name(),
                record.topic(),
                record.partition(),
                record.offset(),
                cause);
        deadLetters.publish(eventHandler.name(), record, cause);
        metrics.countDeadLetter();
    }
}
