package org.yiqiao.core.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.core.throttle.BatchThrottle;

/**
 * Publishes what commands wrote into outboxes, and what a crash left there. Whoever publishes an aggregate publishes
 * all its pending events in order, so any number of relays can only repeat an event, never put one before its
 * predecessor.
 */
public final class OutboxRelay implements AutoCloseable {

    /** Aggregates that may wait in memory; what comes beyond stays in its outbox, and the sweeper finds it. */
    private static final int MAX_WAITING = 10_000;

    private static final int MAX_BATCH_SIZE = 1_000;

    /** From one batch to the next, the longer one while few aggregates wait: what goes together costs one send and one write. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private static final Duration SMALL_BATCH_INTERVAL = Duration.ofMillis(40);
    private static final int MIN_BATCH_SIZE = 9;

    private static final int MAX_ACKNOWLEDGED = 20_000;
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(2);
    private static final Duration OVERDUE = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final AggregateStore store;
    private final EventPublisher publisher;
    private final Clock clock;
    private final List<AggregateType<?, ?, ?>> swept = new CopyOnWriteArrayList<>();
    private final Map<String, Long> acknowledged = new BoundedMap<>(MAX_ACKNOWLEDGED);
    private final BatchThrottle throttle = new BatchThrottle(INTERVAL, SMALL_BATCH_INTERVAL, MIN_BATCH_SIZE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition enough = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final Condition published = lock.newCondition();
    private final Map<String, OutboxBatch> waiting = new LinkedHashMap<>();
    private boolean closing;

    private final Thread publishing = Thread.ofPlatform().name("relay").unstarted(this::publishUntilClosed);
    private final Thread sweeping = Thread.ofPlatform().name("relay-sweeper").unstarted(this::sweepUntilClosed);

    public OutboxRelay(AggregateStore store, EventPublisher publisher, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
        publishing.start();
        sweeping.start();
    }

    /** Takes care of what an earlier process left in the outboxes of this kind of aggregate. */
    public void registerForSweep(AggregateType<?, ?, ?> aggregate) {
        swept.add(aggregate);
    }

    /** Gives the relay all the pending events of an aggregate; returns at once. Of two views the later one counts. */
    public void enqueue(AggregateType<?, ?, ?> aggregate, String id, List<PendingEvent> pending) {
        lock.lock();
        try {
            if (waiting.size() < MAX_WAITING) {
                waiting.merge(key(aggregate, id), new OutboxBatch(aggregate, id, pending), OutboxBatch::newest);
                filled.signal();
                if (waiting.size() == MIN_BATCH_SIZE || waiting.size() >= MAX_BATCH_SIZE) {
                    enough.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until less than half of the room is taken: for those who write faster than a broker takes. */
    public void awaitCapacity() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.size() > MAX_WAITING / 2 && !closing) {
                drained.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until an aggregate's events up to {@code seq} are in the log; false if that took longer than the patience. */
    public boolean awaitPublished(AggregateType<?, ?, ?> aggregate, String id, long seq, Duration patience)
            throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (acknowledged.getOrDefault(key(aggregate, id), 0L) < seq) {
                if (left <= 0) {
                    return false;
                }
                left = published.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Publishes what waits for up to five seconds, then leaves the rest to the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            filled.signalAll();
            enough.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
        sweeping.interrupt();
        try {
            if (!publishing.join(CLOSE_TIMEOUT)) {
                publishing.interrupt();
                publishing.join(CLOSE_TIMEOUT);
            }
            sweeping.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publisher.close();
    }

    private void publishUntilClosed() {
        try {
            for (List<OutboxBatch> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                publish(batch);
            }
        } catch (InterruptedException | InterruptException e) {
            log.info("The relay stopped; what is pending stays in its outbox");
        }
    }

    /** The next aggregates to publish; empty when the relay is closing and nothing waits. */
    private List<OutboxBatch> nextBatch() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                filled.await();
            }
            for (long left = throttle.remainingNanos(waiting.size());
                    waiting.size() < MAX_BATCH_SIZE && !closing && left > 0;
                    left = throttle.remainingNanos(waiting.size())) {
                enough.awaitNanos(left);
            }
            throttle.startBatch();
            List<OutboxBatch> batch =
                    waiting.values().stream().limit(MAX_BATCH_SIZE).toList();
            batch.forEach(events -> waiting.remove(key(events.aggregateType(), events.id())));
            drained.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void publish(List<OutboxBatch> batch) {
        Map<AggregateType<?, ?, ?>, List<OutboxBatch>> byAggregate = new LinkedHashMap<>();
        batch.forEach(events -> byAggregate
                .computeIfAbsent(events.aggregateType(), any -> new ArrayList<>())
                .add(events));
        try {
            byAggregate.forEach(this::publish);
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Events could not be published, or outboxes not emptied; the sweeper will", e);
        }
    }

    /** Sends what is not known to be in the log yet, then empties the outboxes as far as all is there. */
    private void publish(AggregateType<?, ?, ?> aggregate, List<OutboxBatch> batch) {
        publisher
                .publish(batch.stream()
                        .map(events -> events.after(acknowledgedSeq(events)))
                        .toList())
                .forEach((id, seq) -> acknowledge(key(aggregate, id), seq));
        Map<String, Long> there = new HashMap<>();
        for (OutboxBatch events : batch) {
            long seq = acknowledgedSeq(events);
            if (seq >= events.events().getFirst().seq()) {
                there.put(events.id(), seq);
            }
        }
        if (!there.isEmpty()) {
            CrashPoint.AFTER_ACKNOWLEDGEMENT_BEFORE_PULL.crashIfPlanned();
            store.removePublished(aggregate, there);
        }
    }

    private long acknowledgedSeq(OutboxBatch events) {
        lock.lock();
        try {
            return acknowledged.getOrDefault(key(events.aggregateType(), events.id()), 0L);
        } finally {
            lock.unlock();
        }
    }

    private void acknowledge(String key, long seq) {
        lock.lock();
        try {
            acknowledged.merge(key, seq, Math::max);
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void sweepUntilClosed() {
        try {
            while (true) {
                swept.forEach(this::sweepOnce);
                Thread.sleep(SWEEP_INTERVAL);
            }
        } catch (InterruptedException e) {
            log.debug("The sweeper stopped");
        }
    }

    private <S> void sweepOnce(AggregateType<S, ?, ?> aggregate) {
        Instant now = clock.instant();
        try {
            store.findPending(aggregate, now.minus(OVERDUE), MAX_BATCH_SIZE).forEach(left -> enqueue(aggregate, left));
            store.findPendingInFuture(aggregate, now.plus(OVERDUE), MAX_BATCH_SIZE)
                    .forEach(left -> enqueue(aggregate, left));
        } catch (RuntimeException e) {
            log.warn("Sweeping {} failed, will be tried again", aggregate.name(), e);
        }
    }

    private void enqueue(AggregateType<?, ?, ?> aggregate, StoredAggregate<?> left) {
        enqueue(aggregate, left.id(), left.outbox());
    }

    private static String key(AggregateType<?, ?, ?> aggregate, String id) {
        return aggregate.name() + "/" + id;
    }
}
