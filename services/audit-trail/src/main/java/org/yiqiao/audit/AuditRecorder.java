package org.yiqiao.audit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.throttle.BatchThrottle;
import org.yiqiao.edge.web.RejectedException;

/**
 * Records entries in the audit of a service. A caller continues only after a majority of the store has journaled its
 * entry. One thread writes all waiting entries in one batch, so that many entries cost little more than one. Batches
 * start some milliseconds apart. Thread-safe.
 */
public final class AuditRecorder implements AutoCloseable {

    /** The problem code of a call that cannot be audited. */
    public static final String UNAVAILABLE = "audit.unavailable";

    private static final Logger log = LoggerFactory.getLogger(AuditRecorder.class);
    private static final Duration RECORD_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration HEAD_INTERVAL = Duration.ofMinutes(1);
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    /**
     * Minimum time from the start of one batch to the start of the next. {@link #LONG_INTERVAL} applies if fewer than
     * {@link #LARGE_BATCH} entries wait after this time.
     */
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private static final Duration LONG_INTERVAL = Duration.ofMillis(20);
    private static final int LARGE_BATCH = 5;

    private static final int MAX_PENDING = 20_000;
    private static final int MAX_BATCH = 1_000;

    private static final AuditEntry EMPTY_ENTRY = new AuditEntry(Instant.EPOCH, "", "", "", "", "", "", "", 0, "", "");

    private final AuditChainRepository audit;
    private final AuditChainAppender chain;
    private final Clock clock;
    private final BlockingQueue<PendingEntry> pendingEntries = new ArrayBlockingQueue<>(MAX_PENDING);
    private final BatchThrottle throttle = new BatchThrottle(INTERVAL, LONG_INTERVAL, LARGE_BATCH);
    private final Thread writer;
    private volatile boolean closed;
    private @Nullable AuditChainHead savedHead;
    private long lastSaved;

    public AuditRecorder(MongoDatabase database, Clock clock) {
        this(new AuditChainRepository(database), clock);
    }

    AuditRecorder(AuditChainRepository audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.chain = new AuditChainAppender(audit, () -> !closed);
        this.lastSaved = System.nanoTime();
        this.writer = Thread.ofPlatform().name("audit").daemon().start(this::write);
    }

    private record PendingEntry(AuditEntry entry, CompletableFuture<Long> seq) {}

    /**
     * Appends an entry and returns its sequence.
     *
     * @throws RejectedException with {@code audit.unavailable} if the entry is not stored within three seconds
     */
    public long record(AuditEntry entry) {
        PendingEntry pending = new PendingEntry(entry, new CompletableFuture<>());
        if (closed || !pendingEntries.offer(pending)) {
            throw unavailable();
        }
        try {
            return pending.seq().get(RECORD_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon(pending);
        } catch (ExecutionException | TimeoutException e) {
            log.error("The audit was not written in time; the call is rejected", e);
            return abandon(pending);
        }
    }

    /**
     * Rejects the call, unless the entry was stored at the last moment. If it is stored later, its refusal follows it.
     */
    private static long abandon(PendingEntry pending) {
        if (pending.seq().cancel(false) || pending.seq().isCompletedExceptionally()) {
            throw unavailable();
        }
        return pending.seq().join();
    }

    private static RejectedException unavailable() {
        return new RejectedException(Rejection.overloaded(UNAVAILABLE));
    }

    private void write() {
        try {
            while (!closed) {
                PendingEntry first = pendingEntries.poll(POLL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    awaitBatch();
                    throttle.startBatch();
                    List<PendingEntry> batch = new ArrayList<>(List.of(first));
                    pendingEntries.drainTo(batch, MAX_BATCH - 1);
                    batch.removeIf(pending -> pending.seq().isDone());
                    writeOrFail(batch);
                }
                saveHead(HEAD_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            pendingEntries.forEach(AuditRecorder::fail);
        }
    }

    /** Waits until the first waiting entry may be written, together with all entries that have arrived by then. */
    private void awaitBatch() throws InterruptedException {
        for (long remaining = throttle.remainingNanos(1 + pendingEntries.size());
                remaining > 0;
                remaining = throttle.remainingNanos(1 + pendingEntries.size())) {
            TimeUnit.NANOSECONDS.sleep(remaining);
        }
    }

    private void writeOrFail(List<PendingEntry> batch) throws InterruptedException {
        try {
            write(batch);
        } catch (RuntimeException e) {
            log.error("Audit entries could not be written", e);
        } finally {
            batch.forEach(AuditRecorder::fail);
        }
    }

    /** Fails the call of an entry; has no effect if the entry was written. */
    private static void fail(PendingEntry pending) {
        if (!pending.seq().isDone()) {
            pending.seq().completeExceptionally(new IllegalStateException("The audit was not written"));
        }
    }

    private void write(List<PendingEntry> batch) throws InterruptedException {
        List<AuditChainLink> links =
                chain.append(batch.stream().map(PendingEntry::entry).toList());
        for (int i = 0; i < links.size(); i++) {
            AuditChainLink link = links.get(i);
            if (!batch.get(i).seq().complete(link.seq())) {
                AuditEntry refusal = link.entry().createRefusal(link.seq(), UNAVAILABLE, clock.instant());
                if (!pendingEntries.offer(new PendingEntry(refusal, new CompletableFuture<>()))) {
                    log.error("The refusal of audit entry {} could not be written", link.seq());
                }
            }
        }
    }

    /**
     * Saves the head beside the chain and writes it to the log of the service. The log should be kept elsewhere.
     *
     * @param age minimum time since the head was last saved
     */
    private void saveHead(Duration age) {
        AuditChainHead head = chain.cachedHead().orElse(null);
        if (head == null || head.equals(savedHead) || System.nanoTime() - lastSaved < age.toNanos()) {
            return;
        }
        lastSaved = System.nanoTime();
        try {
            audit.saveHead(head, clock.instant());
            savedHead = head;
            log.info("The audit has {} entries, head {}", head.seq(), head.hash());
        } catch (MongoException e) {
            log.warn("The head of the audit cannot be saved; retrying in {}", HEAD_INTERVAL, e);
        }
    }

    private void wakeWriter() {
        PendingEntry wakeUp = new PendingEntry(EMPTY_ENTRY, CompletableFuture.completedFuture(0L));
        if (!pendingEntries.offer(wakeUp)) {
            log.debug("The queue is full, so the writer is awake");
        }
    }

    /** Rejects all waiting calls, stops the writer and saves the head once more. */
    @Override
    public void close() {
        closed = true;
        wakeWriter();
        try {
            writer.join(Duration.ofSeconds(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!writer.isAlive()) {
            saveHead(Duration.ZERO);
        }
    }
}
