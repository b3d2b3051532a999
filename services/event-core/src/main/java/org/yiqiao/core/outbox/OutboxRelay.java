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
 * Publishes the events that commands wrote into outboxes, and the events that a crash left there. A relay publishes all
 * pending events of an aggregate in order. Therefore any number of relays can only repeat an event, never publish one
 * before its predecessor.
 */
public final class OutboxRelay implements AutoCloseable {

    /**
     * Maximum number of aggregates that wait in memory; the events of further aggregates stay in their outboxes, where
     * the sweeper finds them.
     */
    private static final int MAX_WAITING = 10_000;

    private static final int MAX_BATCH_SIZE = 1_000;

    /**
     * Time from one batch to the next. {@link #SMALL_BATCH_INTERVAL} applies while few aggregates wait, because
     * aggregates in one batch share one send and one write.
     */
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
    private final List<AggregateType<?, ?, ?>> sweptTypes = new CopyOnWriteArrayList<>();
    private final Map<String, Long> acknowledged = new BoundedMap<>(MAX_ACKNOWLEDGED);
    private final BatchThrottle throttle = new BatchThrottle(INTERVAL, SMALL_BATCH_INTERVAL, MIN_BATCH_SIZE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition batchReady = lock.newCondition();
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

    /**
     * Registers an aggregate type for the sweeper, which publishes the events that an earlier process left in outboxes.
     */
    public void registerForSweep(AggregateType<?, ?, ?> aggregate) {
        sweptTypes.add(aggregate);
    }

    /**
     * Hands all pending events of an aggregate to the relay and returns at once. Of two views of an outbox, the later
     * one counts.
     */
    public void enqueue(AggregateType<?, ?, ?> aggregate, String id, List<PendingEvent> pending) {
        lock.lock();
        try {
            if (waiting.size() < MAX_WAITING) {
                waiting.merge(key(aggregate, id), new OutboxBatch(aggregate, id, pending), OutboxBatch::newest);
                notEmpty.signal();
                if (waiting.size() == MIN_BATCH_SIZE || waiting.size() >= MAX_BATCH_SIZE) {
                    batchReady.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until at most half of the capacity is used; for callers that write faster than the broker accepts. */
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

    /** Waits until an aggregate's events up to {@code seq} are in the topic; returns false on timeout. */
    public boolean awaitPublished(AggregateType<?, ?, ?> aggregate, String id, long seq, Duration timeout)
            throws InterruptedException {
        long remaining = timeout.toNanos();
        lock.lock();
        try {
            while (acknowledged.getOrDefault(key(aggregate, id), 0L) < seq) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = published.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Publishes waiting events for up to five seconds, then leaves the rest to the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            notEmpty.signalAll();
            batchReady.signalAll();
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
            log.info("The relay stopped; pending events stay in their outboxes");
        }
    }

    /** Returns the next aggregates to publish; empty when the relay is closing and nothing waits. */
    private List<OutboxBatch> nextBatch() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                notEmpty.await();
            }
            for (long remaining = throttle.remainingNanos(waiting.size());
                    waiting.size() < MAX_BATCH_SIZE && !closing && remaining > 0;
                    remaining = throttle.remainingNanos(waiting.size())) {
                batchReady.awaitNanos(remaining);
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
            log.warn("Publishing events or emptying outboxes failed; the sweeper tries again", e);
        }
    }

    /**
     * Sends the events that are not known to be in the topic yet, then removes the published events from the outboxes.
     */
    private void publish(AggregateType<?, ?, ?> aggregate, List<OutboxBatch> batch) {
        publisher
                .publish(batch.stream()
                        .map(events -> events.after(acknowledgedSeq(events)))
                        .toList())
                .forEach((id, seq) -> acknowledge(key(aggregate, id), seq));
        Map<String, Long> publishedSeqs = new HashMap<>();
        for (OutboxBatch events : batch) {
            long seq = acknowledgedSeq(events);
            if (seq >= events.events().getFirst().seq()) {
                publishedSeqs.put(events.id(), seq);
            }
        }
        if (!publishedSeqs.isEmpty()) {
            CrashPoint.AFTER_ACKNOWLEDGEMENT_BEFORE_PULL.crashIfPlanned();
            store.removePublished(aggregate, publishedSeqs);
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
                sweptTypes.forEach(this::sweepOnce);
                Thread.sleep(SWEEP_INTERVAL);
            }
        } catch (InterruptedException e) {
            log.debug("The sweeper stopped");
        }
    }

    private <S> void sweepOnce(AggregateType<S, ?, ?> aggregate) {
        Instant now = clock.instant();
        try {
            store.findPending(aggregate, now.minus(OVERDUE), MAX_BATCH_SIZE)
                    .forEach(stored -> enqueue(aggregate, stored));
            store.findPendingInFuture(aggregate, now.plus(OVERDUE), MAX_BATCH_SIZE)
                    .forEach(stored -> enqueue(aggregate, stored));
        } catch (RuntimeException e) {
            log.warn("Sweeping {} failed; it will be tried again", aggregate.name(), e);
        }
    }

    private void enqueue(AggregateType<?, ?, ?> aggregate, StoredAggregate<?> stored) {
        enqueue(aggregate, stored.id(), stored.outbox());
    }

    private static String key(AggregateType<?, ?, ?> aggregate, String id) {
        return aggregate.name() + "/" + id;
    }
}
