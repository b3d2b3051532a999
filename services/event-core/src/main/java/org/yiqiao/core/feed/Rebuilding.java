package org.yiqiao.core.feed;

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
final class Rebuilding<R> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);

    /** What a killed process left is this old at least when it is dropped: a younger one may be another instance's. */
    private static final Duration LEFTOVER = Duration.ofDays(1);

    private final MongoDatabase database;
    private final Projection<?, R> projection;
    private final Application<R> application;
    private final RowStore<R> live;
    private final Parking parking;
    private final Map<String, Object> connection;
    private final Clock clock;
    private volatile Rebuild progress;

    Rebuilding(
            MongoDatabase database,
            Projection<?, R> projection,
            Application<R> application,
            RowStore<R> live,
            Parking parking,
            Map<String, Object> connection,
            Clock clock) {
        this.database = database;
        this.projection = projection;
        this.application = application;
        this.live = live;
        this.parking = parking;
        this.connection = connection;
        this.clock = clock;
        this.progress =
                new Rebuild(projection.name(), Rebuild.State.RUNNING, 0, 0, 0, 0, 0, 0, clock.instant(), null, null);
    }

    Rebuild progress() {
        return progress;
    }

    boolean isRunning() {
        return progress.state() == Rebuild.State.RUNNING;
    }

    @Override
    public void run() {
        try {
            rebuild();
            end(Rebuild.State.DONE, null);
            log.info("Rebuilt: {}", progress);
        } catch (RuntimeException | Error e) {
            end(Rebuild.State.FAILED, e.toString());
            log.error("Not rebuilt: {}", progress, e);
        }
    }

    private void rebuild() {
        dropLeftovers();
        Unsettled<R> unsettled = new Unsettled<>(database, projection.name() + ".unsettled", live, application);
        unsettled.settleLeftovers(clock.instant());
        String topic = projection.publisher().topic();
        try (SideRows<R> side = new SideRows<>(database, prefix() + new ObjectId(), projection, application);
                LogReader events = new LogReader(connection, topic);
                LogReader letters =
                        new LogReader(connection, projection.publisher().deadLetterTopic())) {
            Mending<R> mending = new Mending<>(projection.name(), live, side, parking, unsettled);
            readOn(events, letters, side, mending);
            mending.compareAll();
            while (!mending.isDone()) {
                readOn(events, letters, side, mending);
                mending.compareOpen();
            }
            report(events, mending, progress.read());
        }
    }

    private void readOn(LogReader events, LogReader letters, SideRows<R> side, Mending<R> mending) {
        events.readOn(batch -> {
            side.take(batch);
            report(events, mending, progress.read() + batch.size());
        });
        letters.readOn(batch -> side.take(batch.stream().filter(this::isOurs).toList()));
        report(events, mending, progress.read());
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> letter) {
        Header subscriber = letter.headers().lastHeader(DeadLetters.SUBSCRIBER);
        return subscriber != null && projection.name().equals(new String(subscriber.value(), StandardCharsets.UTF_8));
    }

    private String prefix() {
        return projection.name() + ".rebuild-";
    }

    private void dropLeftovers() {
        Instant before = clock.instant().minus(LEFTOVER);
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(prefix()) && made(name).isBefore(before)) {
                database.getCollection(name).drop();
            }
        }
    }

    private Instant made(String leftover) {
        return new ObjectId(leftover.substring(prefix().length(), prefix().length() + 24))
                .getDate()
                .toInstant();
    }

    private void report(LogReader events, Mending<R> mending, long read) {
        progress = new Rebuild(
                projection.name(),
                Rebuild.State.RUNNING,
                read,
                events.length(),
                mending.rows(),
                mending.corrected(),
                mending.removed(),
                mending.left(),
                progress.started(),
                null,
                null);
    }

    private void end(Rebuild.State state, @Nullable String failure) {
        Rebuild last = progress;
        progress = new Rebuild(
                last.subscriber(),
                state,
                last.read(),
                last.of(),
                last.rows(),
                last.corrected(),
                last.removed(),
                last.left(),
                last.started(),
                clock.instant(),
                failure);
    }
}
