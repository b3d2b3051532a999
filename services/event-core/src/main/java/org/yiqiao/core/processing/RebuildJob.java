package org.yiqiao.core.processing;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebuild of a projection. It folds the topic from the beginning into shadow rows beside the live rows, followed by
 * dead letters, which an operator can have replayed. Then it compares and corrects the live rows, and repeats that
 * while it reads on, until no row is unresolved. The event processor keeps running, and no reader sees a correct row go
 * back.
 */
final class RebuildJob<R> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RebuildJob.class);

    /**
     * Minimum age of leftovers of a killed process before they are dropped; younger ones can belong to another
     * instance.
     */
    private static final Duration STALE_AFTER = Duration.ofDays(1);

    private final MongoDatabase database;
    private final Projection<?, R> projection;
    private final EventHandlerInvoker<R> invoker;
    private final RowStore<R> live;
    private final OutOfOrderEventStore parkedEvents;
    private final Map<String, Object> connection;
    private final Clock clock;
    private volatile RebuildStatus status;

    RebuildJob(
            MongoDatabase database,
            Projection<?, R> projection,
            EventHandlerInvoker<R> invoker,
            RowStore<R> live,
            OutOfOrderEventStore parkedEvents,
            Map<String, Object> connection,
            Clock clock) {
        this.database = database;
        this.projection = projection;
        this.invoker = invoker;
        this.live = live;
        this.parkedEvents = parkedEvents;
        this.connection = connection;
        this.clock = clock;
        this.status = new RebuildStatus(
                projection.name(), RebuildStatus.State.RUNNING, 0, 0, 0, 0, 0, 0, clock.instant(), null, null);
    }

    RebuildStatus status() {
        return status;
    }

    boolean isRunning() {
        return status.state() == RebuildStatus.State.RUNNING;
    }

    @Override
    public void run() {
        try {
            rebuild();
            finish(RebuildStatus.State.DONE, null);
            log.info("Rebuild finished: {}", status);
        } catch (RuntimeException | Error e) {
            finish(RebuildStatus.State.FAILED, e.toString());
            log.error("Rebuild failed: {}", status, e);
        }
    }

    private void rebuild() {
        dropStaleCollections();
        CorrectionJournal<R> journal =
                new CorrectionJournal<>(database, projection.name() + ".unsettled", live, invoker);
        journal.replayUnfinished(clock.instant());
        String topic = projection.sourceService().topic();
        try (ShadowRows<R> shadow =
                        new ShadowRows<>(database, collectionPrefix() + new ObjectId(), projection, invoker);
                TopicReader events = new TopicReader(connection, topic);
                TopicReader deadLetters =
                        new TopicReader(connection, projection.sourceService().deadLetterTopic())) {
            RowReconciler<R> reconciler = new RowReconciler<>(projection.name(), live, shadow, parkedEvents, journal);
            readToEnd(events, deadLetters, shadow, reconciler);
            reconciler.compareAll();
            while (!reconciler.isDone()) {
                readToEnd(events, deadLetters, shadow, reconciler);
                reconciler.compareUnresolved();
            }
            updateStatus(events, reconciler, status.read());
        }
    }

    private void readToEnd(
            TopicReader events, TopicReader deadLetters, ShadowRows<R> shadow, RowReconciler<R> reconciler) {
        events.readToEnd(batch -> {
            shadow.process(batch);
            updateStatus(events, reconciler, status.read() + batch.size());
        });
        deadLetters.readToEnd(batch ->
                shadow.process(batch.stream().filter(this::isOwnDeadLetter).toList()));
        updateStatus(events, reconciler, status.read());
    }

    private boolean isOwnDeadLetter(ConsumerRecord<String, byte[]> deadLetter) {
        Header handlerName = deadLetter.headers().lastHeader(DeadLetterPublisher.SUBSCRIBER_HEADER);
        return handlerName != null && projection.name().equals(new String(handlerName.value(), StandardCharsets.UTF_8));
    }

    private String collectionPrefix() {
        return projection.name() + ".rebuild-";
    }

    private void dropStaleCollections() {
        Instant before = clock.instant().minus(STALE_AFTER);
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(collectionPrefix()) && creationTime(name).isBefore(before)) {
                database.getCollection(name).drop();
            }
        }
    }

    private Instant creationTime(String collectionName) {
        return new ObjectId(collectionName.substring(
                        collectionPrefix().length(), collectionPrefix().length() + 24))
                .getDate()
                .toInstant();
    }

    private void updateStatus(TopicReader events, RowReconciler<R> reconciler, long read) {
        status = new RebuildStatus(
                projection.name(),
                RebuildStatus.State.RUNNING,
                read,
                events.recordCount(),
                reconciler.rowCount(),
                reconciler.correctedCount(),
                reconciler.removedCount(),
                reconciler.skippedCount(),
                status.started(),
                null,
                null);
    }

    private void finish(RebuildStatus.State state, @Nullable String failure) {
        RebuildStatus last = status;
        status = new RebuildStatus(
                last.subscriber(),
                state,
                last.read(),
                last.total(),
                last.rows(),
                last.corrected(),
                last.removed(),
                last.skipped(),
                last.started(),
                clock.instant(),
                failure);
    }
}
