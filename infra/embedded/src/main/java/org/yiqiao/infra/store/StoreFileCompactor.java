package org.yiqiao.infra.store;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Reclaims the dead space of the file, in steps of some ten milliseconds. The store writes chunks, and the space of a
 * chunk is free only when nothing in the chunk is live. Compaction therefore rewrites the live data of sparse chunks
 * elsewhere, then moves chunks to the front and truncates the file.
 */
final class StoreFileCompactor {
    /** The percentage of the file that must be live while the store is busy. */
    static final int BUSY_LIVE_PERCENT = 40;

    /** The percentage of the file that must be live while the store is idle. */
    static final int IDLE_LIVE_PERCENT = 75;

    private static final int REWRITTEN_BYTES = 8 << 20;
    private static final int MOVED_BYTES = 64 << 20;

    /** The space that a step frees is usable only two commits later, so a step without effect does not mean the end. */
    private static final int FRUITLESS_STEPS = 3;

    private final MVStore store;
    private final RandomAccessStore file;
    private final Runnable commit;
    private long best;
    private int fruitless;

    /** @param commit creates a new version of the store, even without changes */
    StoreFileCompactor(MVStore store, Runnable commit) {
        this.store = store;
        this.file = (RandomAccessStore) store.getFileStore();
        this.commit = commit;
    }

    /** Makes further steps possible, after changes. */
    void reset() {
        best = Long.MAX_VALUE;
        fruitless = 0;
    }

    /** Performs one step. Returns whether another step can help. */
    boolean step(int percentLive) {
        if (fruitless >= FRUITLESS_STEPS) {
            return false;
        }
        if (file.getChunksFillRate() < percentLive) {
            store.compact(percentLive, REWRITTEN_BYTES);
        } else if (file.getFillRate() < percentLive) {
            file.compactMoveChunks(percentLive, MOVED_BYTES, store);
        } else {
            return false;
        }
        commit.run();
        long waste = file.size() * (200 - file.getChunksFillRate() - file.getFillRate());
        fruitless = waste < best ? 0 : fruitless + 1;
        best = Math.min(best, waste);
        return true;
    }
}
