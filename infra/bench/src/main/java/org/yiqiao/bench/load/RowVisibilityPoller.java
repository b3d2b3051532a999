package org.yiqiao.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * Looks up the rows of outstanding samples a hundred times per second, at most 200 at a time; the same for every
 * subject.
 */
final class RowVisibilityPoller implements AutoCloseable {

    private static final long INTERVAL = MicrosecondClock.SECOND / 100;
    private static final int MAX_IDS = 200;

    private final RowExistenceCheck rows;
    private final LoadRecorder recorder;
    private final Thread thread;
    private volatile boolean closing;

    RowVisibilityPoller(RowExistenceCheck rows, LoadRecorder recorder) {
        this.rows = rows;
        this.recorder = recorder;
        this.thread = Thread.ofPlatform().name("row-watcher").start(this::pollUntilClosed);
    }

    /** Waits until no sample is outstanding. Returns false if the timeout ends first. */
    boolean awaitAllVisible(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!recorder.outstandingIds().isEmpty()) {
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
                    recorder.outstandingIds().stream().sorted().limit(MAX_IDS).toList();
            if (!ids.isEmpty()) {
                var found = rows.findExisting(ids);
                long now = MicrosecondClock.now();
                found.forEach(id -> recorder.recordVisible(id, now));
            }
            MicrosecondClock.sleepUntil(next);
        }
    }
}
