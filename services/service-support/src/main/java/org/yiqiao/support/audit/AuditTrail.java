package org.yiqiao.support.audit;

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
import org.yiqiao.core.pace.Pace;
import org.yiqiao.support.web.Refused;

/**
 * Writes entries to the audit of a service: whoever records something goes on only when a majority of the store has it
 * journaled. One thread takes all that wait and writes them at once, so that many cost little more than one; from one batch
 * to the next it lets some milliseconds pass.
 */
public final class AuditTrail implements AutoCloseable {

    /** The refusal of whatever cannot be audited. */
    public static final String UNAVAILABLE = "audit.unavailable";

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration CHECKPOINT = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** From one batch to the next; the longer one if, when the shorter one is over, fewer than enough wait. */
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private static final Duration INTERVAL_OF_FEW = Duration.ofMillis(20);
    private static final int ENOUGH = 5;

    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 1_000;

    private static final Entry NOTHING = new Entry(Instant.EPOCH, "", "", "", "", "", "", "", 0, "", "");

    private final AuditLog audit;
    private final ChainWriter chain;
    private final Clock clock;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Pace pace = new Pace(INTERVAL, INTERVAL_OF_FEW, ENOUGH);
    private final Thread writer;
    private volatile boolean closed;
    private @Nullable Head kept;
    private long lastKept;

    public AuditTrail(MongoDatabase database, Clock clock) {
        this(new AuditLog(database), clock);
    }

    AuditTrail(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.chain = new ChainWriter(audit, () -> !closed);
        this.lastKept = System.nanoTime();
        this.writer = Thread.ofPlatform().name("audit").daemon().start(this::write);
    }

    private record Waiting(Entry entry, CompletableFuture<Long> seq) {}

    /**
     * Appends an entry and answers its sequence.
     *
     * @throws Refused with {@code audit.unavailable} if that was not done within three seconds
     */
    public long record(Entry entry) {
        Waiting mine = new Waiting(entry, new CompletableFuture<>());
        if (closed || !waiting.offer(mine)) {
            throw unavailable();
        }
        try {
            return mine.seq().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(mine);
        } catch (ExecutionException | TimeoutException e) {
            log.error("The audit was not written in time, so nothing is done", e);
            return givenUp(mine);
        }
    }

    /** Unless it came at the last moment, nothing will be done: should the entry come yet, its outcome follows it. */
    private static long givenUp(Waiting mine) {
        if (mine.seq().cancel(false) || mine.seq().isCompletedExceptionally()) {
            throw unavailable();
        }
        return mine.seq().join();
    }

    private static Refused unavailable() {
        return new Refused(Rejection.overloaded(UNAVAILABLE));
    }

    private void write() {
        try {
            while (!closed) {
                Waiting first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    awaitCompany();
                    pace.begin();
                    List<Waiting> batch = new ArrayList<>(List.of(first));
                    waiting.drainTo(batch, MOST_AT_ONCE - 1);
                    batch.removeIf(each -> each.seq().isDone());
                    writeOrFail(batch);
                }
                keepHead(CHECKPOINT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            waiting.forEach(AuditTrail::fail);
        }
    }

    /** Until the first that waits may go, together with whoever has come by then. */
    private void awaitCompany() throws InterruptedException {
        for (long left = pace.left(1 + waiting.size()); left > 0; left = pace.left(1 + waiting.size())) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    private void writeOrFail(List<Waiting> batch) throws InterruptedException {
        try {
            write(batch);
        } catch (RuntimeException e) {
            log.error("Audit entries could not be written", e);
        } finally {
            batch.forEach(AuditTrail::fail);
        }
    }

    /** Without effect on one that was written. */
    private static void fail(Waiting each) {
        if (!each.seq().isDone()) {
            each.seq().completeExceptionally(new IllegalStateException("The audit was not written"));
        }
    }

    private void write(List<Waiting> batch) throws InterruptedException {
        List<Link> links = chain.append(batch.stream().map(Waiting::entry).toList());
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (!batch.get(i).seq().complete(link.seq())) {
                Entry late = link.entry().refused(link.seq(), UNAVAILABLE, clock.instant());
                if (!waiting.offer(new Waiting(late, new CompletableFuture<>()))) {
                    log.error("That entry {} of the audit came to nothing could not be written", link.seq());
                }
            }
        }
    }

    /** Keeps the head beside the chain and in the log of the service, which should be kept elsewhere. */
    private void keepHead(Duration age) {
        Head head = chain.head().orElse(null);
        if (head == null || head.equals(kept) || System.nanoTime() - lastKept < age.toNanos()) {
            return;
        }
        lastKept = System.nanoTime();
        try {
            audit.keep(head, clock.instant());
            kept = head;
            log.info("The audit has {} entries, head {}", head.seq(), head.hash());
        } catch (MongoException e) {
            log.warn("The head of the audit cannot be kept; again in {}", CHECKPOINT, e);
        }
    }

    private void wake() {
        Waiting nobody = new Waiting(NOTHING, CompletableFuture.completedFuture(0L));
        if (!waiting.offer(nobody)) {
            log.debug("So much waits that it is awake");
        }
    }

    /** Lets go of whoever waits; the head is kept once more. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            writer.join(Duration.ofSeconds(8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!writer.isAlive()) {
            keepHead(Duration.ZERO);
        }
    }
}
