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
 * Processes the records of a topic for one event handler. Every record ends as exactly one of applied, duplicate,
 * parked or dead-lettered. A call returns only when that result is stored, so that the caller can commit the offset. A
 * failure of store or broker is thrown, and the whole batch is delivered again.
 */
public final class EventProcessor<E extends DomainEvent, R> {

    private static final Logger log = LoggerFactory.getLogger(EventProcessor.class);

    private final EventHandler<E> eventHandler;
    private final EventHandlerInvoker<R> invoker;
    private final RowStore<R> rows;
    private final OutOfOrderEventStore parkedEvents;
    private final DeadLetterPublisher deadLetters;
    private final EventProcessorMetrics metrics;
    private final String aggregate;

    EventProcessor(
            EventHandler<E> eventHandler,
            EventHandlerInvoker<R> invoker,
            RowStore<R> rows,
            OutOfOrderEventStore parkedEvents,
            DeadLetterPublisher deadLetters,
            EventProcessorMetrics metrics) {
        this.eventHandler = eventHandler;
        this.invoker = invoker;
        this.rows = rows;
        this.parkedEvents = parkedEvents;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.aggregate = EventType.aggregateNameOf(eventHandler.eventClass());
    }

    public EventHandler<E> eventHandler() {
        return eventHandler;
    }

    /** Processes records of the topic; the records of each partition are in their order. */
    public void process(List<ConsumerRecord<String, byte[]>> records) {
        processRecords(records, this::publishDeadLetter);
    }

    /**
     * Processes a dead letter again, at the request of an operator.
     *
     * @return false if it still cannot be applied; the dead letter stays in its topic
     */
    public boolean replay(ConsumerRecord<String, byte[]> deadLetter) {
        List<Throwable> causes = new ArrayList<>();
        processRecords(List.of(deadLetter), (record, cause) -> causes.add(cause));
        return causes.isEmpty();
    }

    private void processRecords(List<ConsumerRecord<String, byte[]>> records, FailedRecordHandler failureHandler) {
        Map<String, List<DecodedRecord>> bySubject = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (CloudEventRecordReader.read(record)) {
                case DecodedRecord.NonEventRecord(var unreadable, var cause) ->
                    failureHandler.handle(unreadable, cause);
                case DecodedRecord.SequencedRecord sequenced
                when sequenced.aggregate().equals(aggregate) ->
                    bySubject
                            .computeIfAbsent(sequenced.subject(), any -> new ArrayList<>())
                            .add(sequenced);
                case DecodedRecord.SequencedRecord other -> metrics.countSkipped();
            }
        }
        while (!bySubject.isEmpty() && !fold(bySubject, failureHandler)) {
            log.debug("{}: another instance changed the same rows; trying again", eventHandler.name());
        }
    }

    private boolean fold(Map<String, List<DecodedRecord>> bySubject, FailedRecordHandler failureHandler) {
        Map<String, ProjectionRow<R>> loaded = rows.load(bySubject.keySet());
        Set<String> parkedSubjects = parkedEvents.findParkedSubjects(eventHandler.name(), bySubject.keySet());
        List<RowStore.RowUpdate> updates = new ArrayList<>();
        List<ProjectionRow<R>> touched = new ArrayList<>();
        List<RowEventApplier<R>> appliers = new ArrayList<>();
        bySubject.forEach((subject, received) -> {
            ProjectionRow<R> row = loaded.getOrDefault(subject, ProjectionRow.empty(subject));
            RowEventApplier<R> applier = new RowEventApplier<>(row, invoker, rows, failureHandler);
            List<DecodedRecord> all = new ArrayList<>(received);
            if (parkedSubjects.contains(subject)) {
                all.addAll(parkedEvents.findBySubject(eventHandler.name(), subject));
            }
            applier.process(all);
            applier.rowUpdate().ifPresent(updates::add);
            touched.add(applier.row());
            appliers.add(applier);
        });
        if (!updates.isEmpty() && !rows.save(updates)) {
            return false;
        }
        appliers.forEach(applier -> {
            applier.earlyEvents().forEach(event -> parkedEvents.park(eventHandler.name(), event));
            if (parkedSubjects.contains(applier.row().id())) {
                parkedEvents.removeUpTo(
                        eventHandler.name(), applier.row().id(), applier.row().lastSeq());
            }
            metrics.countFold(applier);
        });
        CrashPoint.AFTER_ROWS_BEFORE_COMMIT.crashIfPlanned();
        updateDerivedData(touched, bySubject, failureHandler);
        return true;
    }

    /**
     * Updates the derived data of all rows together or, if that fails, of each row alone, so that a row that always
     * fails does not block the others.
     */
    private void updateDerivedData(
            List<ProjectionRow<R>> touched,
            Map<String, List<DecodedRecord>> bySubject,
            FailedRecordHandler failureHandler) {
        try {
            invoker.updateDerivedData(touched);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError cause) {
            TransientFailureClassifier.rethrowIfTransient(cause);
            if (touched.size() > 1) {
                touched.forEach(row -> updateDerivedData(List.of(row), bySubject, failureHandler));
            } else {
                String subject = touched.getFirst().id();
                failureHandler.handle(
                        bySubject.getOrDefault(subject, List.of()).getLast().record(), cause);
            }
        }
    }

    private void publishDeadLetter(ConsumerRecord<String, byte[]> record, Throwable cause) {
        log.error(
                "{} cannot process the record {}-{} at {}; it becomes a dead letter",
                eventHandler.name(),
                record.topic(),
                record.partition(),
                record.offset(),
                cause);
        deadLetters.publish(eventHandler.name(), record, cause);
        metrics.countDeadLetter();
    }
}
