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
 * One rebuild of a projection: the log is folded beside the live rows from its beginning, dead letters that an operator
 * may have replayed after it, and then the live rows are compared and corrected, again and again while the log is read
 * on, until none is open. The feed goes on all the time, and no reader sees a right row go back.
 */
final class RebuildJob<R> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RebuildJob.class);

    /** What a killed process left is this old at least when it is dropped: a younger one may be another instance's. */
    private static final Duration STALE_AFTER = Duration.ofDays(1);

    private final MongoDatabase database;
    private final Projection<?, R> projection;
    private final EventHandlerInvoker<R> invoker;
    private final RowStore<R> live;
    private final ParkedEventStore parkedEvents;
    private final Map<String, Object> connection;
    private final Clock clock;
    private volatile RebuildStatus status;

    RebuildJob(
            MongoDatabase database,
            Projection<?, R> projection,
            EventHandlerInvoker<R> application,
            RowStore<R> live,
            ParkedEventStore parking,
            Map<String, Object> connection,
            Clock clock) {
        this.database = database;
        this.projection = projection;
        this.invoker = application;
        this.live = live;
        this.parkedEvents = parking;
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
            log.info("Rebuilt: {}", status);
        } catch (RuntimeException | Error e) {
            finish(RebuildStatus.State.FAILED, e.toString());
            log.error("Not rebuilt: {}", status, e);
        }
    }

    private void rebuild() {
        dropStaleCollections();
        CorrectionJournal<R> unsettled =
                new CorrectionJournal<>(database, projection.name() + ".unsettled", live, invoker);
        unsettled.replayUnfinished(clock.instant());
        String topic = projection.sourceService().topic();
        try (ShadowRows<R> side = new ShadowRows<>(database, collectionPrefix() + new ObjectId(), projection, invoker);
                TopicReader events = new TopicReader(connection, topic);
                TopicReader letters =
                        new TopicReader(connection, projection.sourceService().deadLetterTopic())) {
            RowReconciler<R> mending = new RowReconciler<>(projection.name(), live, side, parkedEvents, unsettled);
            readToEnd(events, letters, side, mending);
            mending.compareAll();
            while (!mending.isDone()) {
                readToEnd(events, letters, side, mending);
                mending.compareUnresolved();
            }
            updateStatus(events, mending, status.read());
        }
    }

    private void readToEnd(TopicReader events, TopicReader letters, ShadowRows<R> side, RowReconciler<R> mending) {
        events.readToEnd(batch -> {
            side.process(batch);
            updateStatus(events, mending, status.read() + batch.size());
        });
        letters.readToEnd(batch ->
                side.process(batch.stream().filter(this::isOwnDeadLetter).toList()));
        updateStatus(events, mending, status.read());
    }

    private boolean isOwnDeadLetter(ConsumerRecord<String, byte[]> letter) {
        Header subscriber = letter.headers().lastHeader(DeadLetterPublisher.SUBSCRIBER_HEADER);
        return subscriber != null && projection.name().equals(new String(subscriber.value(), StandardCharsets.UTF_8));
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

    private Instant creationTime(String leftover) {
        return new ObjectId(leftover.substring(
                        collectionPrefix().length(), collectionPrefix().length() + 24))
                .getDate()
                .toInstant();
    }

    private void updateStatus(TopicReader events, RowReconciler<R> mending, long read) {
        status = new RebuildStatus(
                projection.name(),
                RebuildStatus.State.RUNNING,
                read,
                events.recordCount(),
                mending.rowCount(),
                mending.correctedCount(),
                mending.removedCount(),
                mending.skippedCount(),
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
