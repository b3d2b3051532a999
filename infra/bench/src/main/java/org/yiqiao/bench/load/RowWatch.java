package org.yiqiao.bench.load;

import java.time.Duration;
import java.util.List;

/** Looks for the rows of samples a hundred times a second, a few at a time: the same for every subject. */
final class RowWatch implements AutoCloseable {

    private static final long INTERVAL = Micros.SECOND / 100;
    private static final int AT_ONCE = 200;

    private final Rows rows;
    private final Ledger ledger;
    private final Thread thread;
    private volatile boolean closing;

    RowWatch(Rows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
        this.thread = Thread.ofPlatform().name("row-watch").start(this::watch);
    }

    /** Waits until no sample is outstanding; false if the patience ended before. */
    boolean awaitAll(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ledger.outstanding().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    @Override
    public void close() {
        closing = true;
        Threads.join(thread);
    }

    private void watch() {
        while (!closing) {
            long next = Micros.now() + INTERVAL;
            List<String> ids =
                    ledger.outstanding().stream().sorted().limit(AT_ONCE).toList();
            if (!ids.isEmpty()) {
                var found = rows.present(ids);
                long now = Micros.now();
                found.forEach(id -> ledger.visible(id, now));
            }
            Micros.sleepUntil(next);
        }
    }
}
