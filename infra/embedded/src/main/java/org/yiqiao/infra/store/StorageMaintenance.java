package org.yiqiao.infra.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes checkpoints while there are changes, and compacts the file after a period without changes. */
final class StorageMaintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StorageMaintenance.class);
    private static final long TICK_MILLIS = 100;

    /** The ticks that changes wait for a checkpoint; many, so that pages which change often are written once. */
    private static final long CHECKPOINT_TICKS = 100;

    private static final long QUIET_TICKS = 20;

    private final StorageEngine storage;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-maintenance").factory());
    private volatile Runnable closedListener = () -> {};
    private long ticksWithChanges;
    private long quietTicks;

    StorageMaintenance(StorageEngine storage) {
        this.storage = storage;
        var _ = thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * @param listener called, once or more, when the storage has closed itself because its file could not be written
     */
    void onStorageClosed(Runnable listener) {
        closedListener = listener;
    }

    private void tick() {
        try {
            if (storage.isClosed()) {
                closedListener.run();
            } else if (storage.hasChanges()) {
                quietTicks = 0;
                if (++ticksWithChanges >= CHECKPOINT_TICKS || storage.isCheckpointDue()) {
                    storage.checkpoint();
                    ticksWithChanges = 0;
                    storage.compact(StoreFileCompactor.BUSY_LIVE_PERCENT);
                }
            } else if (++quietTicks >= QUIET_TICKS) {
                storage.compact(StoreFileCompactor.IDLE_LIVE_PERCENT);
            }
        } catch (RuntimeException e) {
            LOG.error("Maintenance of the store failed and will be retried", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("Maintenance of the store did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
