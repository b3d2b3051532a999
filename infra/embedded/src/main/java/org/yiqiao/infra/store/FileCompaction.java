package org.yiqiao.infra.store;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Gives the file's dead space back, in steps of some ten milliseconds. What is written again lies in chunks; a chunk's
 * space is free only when nothing in it is live, so first what is live in poor chunks is written again elsewhere, then
 * chunks are moved to the front and the file is cut.
 */
final class FileCompaction {
    /** Percent of the file that must be live while the store is busy, and when it is not. */
    static final int BUSY_LIVE_PERCENT = 40;

    static final int IDLE_LIVE_PERCENT = 75;

    private static final int REWRITTEN_BYTES = 8 << 20;
    private static final int MOVED_BYTES = 64 << 20;

    /** What a step set free can be used two commits later only, so a step without effect does not mean the end. */
    private static final int FRUITLESS_STEPS = 3;

    private final MVStore store;
    private final RandomAccessStore file;
    private final Runnable commit;
    private long best;
    private int fruitless;

    /** @param commit makes a new version of the store, even if nothing was changed */
    FileCompaction(MVStore store, Runnable commit) {
        this.store = store;
        this.file = (RandomAccessStore) store.getFileStore();
        this.commit = commit;
    }

    /** After changes it is worth trying again. */
    void reset() {
        best = Long.MAX_VALUE;
        fruitless = 0;
    }

    /** Returns whether another step may help. */
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
