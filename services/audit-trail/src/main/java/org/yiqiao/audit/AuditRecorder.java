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
 * Writes entries to the audit of a service: whoever records something goes on only when a majority of the store has it
 * journaled. One thread takes all that wait and writes them at once, so that many cost little more than one; from one batch
 * to the next it lets some milliseconds pass.
 */
public final class AuditRecorder implements AutoCloseable {

    /** The refusal of whatever cannot be audited. */
    public static final String UNAVAILABLE = "audit.unavailable";

    private static final Logger log = LoggerFactory.getLogger(AuditRecorder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration CHECKPOINT = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** From one batch to the next; the longer one if, when the shorter one is over, fewer than enough wait. */
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private static final Duration INTERVAL_OF_FEW = Duration.ofMillis(20);
    private static final int ENOUGH = 5;

    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 1_000;

    private static final AuditEntry NOTHING = new AuditEntry(Instant.EPOCH, "", "", "", "", "", "", "", 0, "", "");

    private final AuditChainRepository audit;
    private final AuditChainAppender chain;
    private final Clock clock;
    private final BlockingQueue<PendingEntry> pendingEntries = new ArrayBlockingQueue<>(MOST_WAITING);
    private final BatchThrottle pace = new BatchThrottle(INTERVAL, INTERVAL_OF_FEW, ENOUGH);
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
     * Appends an entry and answers its sequence.
     *
     * @throws RejectedException with {@code audit.unavailable} if that was not done within three seconds
     */
    public long record(AuditEntry entry) {
        PendingEntry mine = new PendingEntry(entry, new CompletableFuture<>());
        if (closed || !pendingEntries.offer(mine)) {
            throw unavailable();
        }
        try {
            return mine.seq().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon(mine);
        } catch (ExecutionException | TimeoutException e) {
            log.error("The audit was not written in time, so nothing is done", e);
            return abandon(mine);
        }
    }

    /** Unless it came at the last moment, nothing will be done: should the entry come yet, its outcome follows it. */
    private static long abandon(PendingEntry mine) {
        if (mine.seq().cancel(false) || mine.seq().isCompletedExceptionally()) {
            throw unavailable();
        }
        return mine.seq().join();
    }

    private static RejectedException unavailable() {
        return new RejectedException(Rejection.overloaded(UNAVAILABLE));
    }

    private void write() {
        try {
            while (!closed) {
                PendingEntry first = pendingEntries.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    awaitBatch();
                    pace.startBatch();
                    List<PendingEntry> batch = new ArrayList<>(List.of(first));
                    pendingEntries.drainTo(batch, MOST_AT_ONCE - 1);
                    batch.removeIf(each -> each.seq().isDone());
                    writeOrFail(batch);
                }
                saveHead(CHECKPOINT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            pendingEntries.forEach(AuditRecorder::fail);
        }
    }

    /** Until the first that waits may go, together with whoever has come by then. */
    private void awaitBatch() throws InterruptedException {
        for (long left = pace.remainingNanos(1 + pendingEntries.size());
                left > 0;
                left = pace.remainingNanos(1 + pendingEntries.size())) {
            TimeUnit.NANOSECONDS.sleep(left);
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

    /** Without effect on one that was written. */
    private static void fail(PendingEntry each) {
        if (!each.seq().isDone()) {
            each.seq().completeExceptionally(new IllegalStateException("The audit was not written"));
        }
    }

    private void write(List<PendingEntry> batch) throws InterruptedException {
        List<AuditChainLink> links =
                chain.append(batch.stream().map(PendingEntry::entry).toList());
        for (int i = 0; i < links.size(); i++) {
            AuditChainLink link = links.get(i);
            if (!batch.get(i).seq().complete(link.seq())) {
                AuditEntry late = link.entry().createRefusal(link.seq(), UNAVAILABLE, clock.instant());
                if (!pendingEntries.offer(new PendingEntry(late, new CompletableFuture<>()))) {
                    log.error("That entry {} of the audit came to nothing could not be written", link.seq());
                }
            }
        }
    }

    /** Keeps the head beside the chain and in the log of the service, which should be kept elsewhere. */
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
            log.warn("The head of the audit cannot be kept; again in {}", CHECKPOINT, e);
        }
    }

    private void wakeWriter() {
        PendingEntry nobody = new PendingEntry(NOTHING, CompletableFuture.completedFuture(0L));
        if (!pendingEntries.offer(nobody)) {
            log.debug("So much waits that it is awake");
        }
    }

    /** Lets go of whoever waits; the head is kept once more. */
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
