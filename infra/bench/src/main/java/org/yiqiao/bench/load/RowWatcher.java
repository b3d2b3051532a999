package org.yiqiao.bench.load;

import java.time.Duration;
import java.util.List;

/** Looks for the rows of samples a hundred times a second, a few at a time: the same for every subject. */
final class RowWatcher implements AutoCloseable {

    private static final long INTERVAL = MicrosecondClock.SECOND / 100;
    private static final int AT_ONCE = 200;

    private final RowLookup rows;
    private final LoadRecorder ledger;
    private final Thread thread;
    private volatile boolean closing;

    RowWatcher(RowLookup rows, LoadRecorder ledger) {
        this.rows = rows;
        this.ledger = ledger;
        this.thread = Thread.ofPlatform().name("row-watch").start(this::pollUntilClosed);
    }

    /** Waits until no sample is outstanding; false if the patience ended before. */
    boolean awaitAllVisible(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ledger.outstandingIds().isEmpty()) {
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
        ThreadJoiner.joinUninterruptibly(thread);
    }

    private void pollUntilClosed() {
        while (!closing) {
            long next = MicrosecondClock.now() + INTERVAL;
            List<String> ids =
                    ledger.outstandingIds().stream().sorted().limit(AT_ONCE).toList();
            if (!ids.isEmpty()) {
                var found = rows.findExisting(ids);
                long now = MicrosecondClock.now();
                found.forEach(id -> ledger.recordVisible(id, now));
            }
            MicrosecondClock.sleepUntil(next);
        }
    }
}
