package org.yiqiao.infra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the documents and their indexes, and the log of the changes since the last checkpoint of the file.
 *
 * <p>A change of one document (with its index entries) and the beginning of a checkpoint exclude each other, so no
 * checkpoint contains half a change. Changes continue while a checkpoint is stored. A change of the schema excludes all
 * other work, is not logged, and is a checkpoint of its own.
 */
final class StorageEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StorageEngine.class);
    private static final String STATE = "state";
    private static final String CHECKPOINT = "checkpoint";
    private static final String IDENTITY = "identity";
    /** Bytes; limits the log that a restart after a kill reads. */
    private static final long MAX_LOG_BYTES = 64 << 20;

    private static final long COMPACT_NANOS = 500_000_000;

    private final MVStore store;
    private final MVMap<String, Long> state;
    private final @Nullable WriteAheadLog log;
    private final @Nullable StoreFileCompactor compaction;

    /** Shared by statements, exclusive for changes of the schema. Acquired before the monitor of any collection. */
    private final ReentrantReadWriteLock schemaLock = new ReentrantReadWriteLock();

    /**
     * Held from the beginning of a checkpoint until it is stored. Acquired after {@link #schemaLock}, before
     * {@link #changeLock}.
     */
    private final ReentrantLock checkpointLock = new ReentrantLock();

    /** Shared by changes of single documents, exclusive for the beginning of a checkpoint. Acquired last. */
    private final ReentrantReadWriteLock changeLock = new ReentrantReadWriteLock();

    private final long maxUnsavedMemory;
    private volatile boolean changed;

    /** False until {@link #recover} has run: an earlier checkpoint would discard the changes in the log. */
    private volatile boolean recovered;

    private StorageEngine(MVStore store, MVMap<String, Long> state, @Nullable WriteAheadLog log) {
        this.store = store;
        this.state = state;
        this.log = log;
        this.maxUnsavedMemory = (3L << 19) * store.getCacheSize();
        this.compaction = log == null
                ? null
                : new StoreFileCompactor(store, () -> {
                    beginCheckpoint(log);
                    completeCheckpoint(log);
                });
    }

    static StorageEngine inMemory() {
        MVStore store = MVStore.open(null);
        return new StorageEngine(store, store.openMap(STATE), null);
    }

    /** Opens or creates the file. The caller must call {@link #recover} once the collections are known. */
    static StorageEngine open(Path file, int cacheMegabytes) {
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            MVStore store = openFile(absolute, cacheMegabytes);
            MVMap<String, Long> state = store.openMap(STATE);
            if (state.putIfAbsent(IDENTITY, new SecureRandom().nextLong()) == null) {
                store.commit();
            }
            return new StorageEngine(
                    store,
                    state,
                    WriteAheadLog.open(logPath(absolute), checksum(state), state.getOrDefault(CHECKPOINT, 0L)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the document store " + file, e);
        }
    }

    private static MVStore openFile(Path file, int cacheMegabytes) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(cacheMegabytes)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .autoCompactFillRate(0)
                    .open();
            // The longest delay, 24 days, practically disables automatic commits. A delay of 0 would also disable the
            // threads that store the data of a commit in the background.
            store.setAutoCommitDelay(Integer.MAX_VALUE);
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            return store;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException("The document store " + file + " is open in another process", e);
            }
            throw e;
        }
    }

    private static WriteAheadLogChecksum checksum(MVMap<String, Long> state) {
        return new WriteAheadLogChecksum(state.getOrDefault(IDENTITY, 0L));
    }

    private static Path logPath(Path file) {
        return file.resolveSibling(file.getFileName() + ".log");
    }

    MVMap<KeyBytes, StoredDocument> openDocumentMap(String name) {
        return open(name, StorageSerializers.DOCUMENT);
    }

    MVMap<KeyBytes, Integer> openIndexMap(String name) {
        return open(name, StorageSerializers.VALUE_LENGTH);
    }

    private <V> MVMap<KeyBytes, V> open(String name, BasicDataType<V> type) {
        return store.openMap(
                name,
                new MVMap.Builder<KeyBytes, V>().keyType(StorageSerializers.KEY).valueType(type));
    }

    MVStore store() {
        return store;
    }

    boolean hasFlag(String name) {
        return state.containsKey(name);
    }

    /** Sets a flag; the caller is inside a change. */
    void setFlag(String flag) {
        state.put(flag, 1L);
    }

    /** Runs a statement that writes documents. No collection or index is created or dropped meanwhile. */
    <T> T runStatement(Supplier<T> statement) {
        Lock shared = schemaLock.readLock();
        shared.lock();
        try {
            return statement.get();
        } finally {
            shared.unlock();
        }
    }

    /** Changes one document. The log has the change first, so that every reader of the change can wait for it. */
    void changeDocument(int collection, KeyBytes key, @Nullable StoredDocument document, Runnable change) {
        Lock shared = changeLock.readLock();
        shared.lock();
        try {
            if (log != null) {
                log.append(collection, key, document);
            }
            change.run();
            changed = true;
        } finally {
            shared.unlock();
        }
    }

    /** Changes collections or indexes while nobody writes. The change is durable on return. */
    <T> T changeSchema(Supplier<T> change) {
        if (schemaLock.getReadHoldCount() > 0 && !schemaLock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("A statement cannot change the schema");
        }
        schemaLock.writeLock().lock();
        checkpointLock.lock();
        changeLock.writeLock().lock();
        try {
            return change.get();
        } finally {
            try {
                if (schemaLock.getWriteHoldCount() == 1) {
                    changed = true;
                    checkpoint();
                }
            } finally {
                changeLock.writeLock().unlock();
                checkpointLock.unlock();
                schemaLock.writeLock().unlock();
            }
        }
    }

    /** Returns once everything that the caller can have read or changed survives the end of this process. */
    void awaitDurable() {
        if (log != null) {
            log.flush();
        }
    }

    /** Stores all changes in the file and truncates the log. */
    void checkpoint() {
        if (log == null || !changed || !recovered) {
            return;
        }
        checkpointLock.lock();
        try {
            changeLock.writeLock().lock();
            try {
                beginCheckpoint(log);
                changed = false;
            } finally {
                changeLock.writeLock().unlock();
            }
            completeCheckpoint(log);
            if (compaction != null) {
                compaction.reset();
            }
        } finally {
            checkpointLock.unlock();
        }
    }

    /**
     * Performs one step of compaction towards a file with this percentage of live data. Returns whether another step
     * can help.
     */
    boolean compact(int percentLive) {
        if (compaction == null) {
            return false;
        }
        checkpointLock.lock();
        changeLock.writeLock().lock();
        try {
            return compaction.step(percentLive);
        } finally {
            changeLock.writeLock().unlock();
            checkpointLock.unlock();
        }
    }

    /** Determines the content of the checkpoint: all changes so far, and none that comes later. */
    private void beginCheckpoint(WriteAheadLog log) {
        boolean switched = log.switchFiles();
        state.put(CHECKPOINT, log.lastSequence());
        if (store.tryCommit() < 0) {
            store.commit(); // another thread was using the store
        }
        if (!switched) {
            awaitStored(); // the log is full, so no change can continue until it is no longer needed
            log.reset(log.lastSequence());
        }
    }

    /**
     * Waits until the file has the checkpoint, then discards the changes from the log. A file that cannot be written
     * closes its store permanently.
     */
    private void completeCheckpoint(WriteAheadLog log) {
        awaitStored();
        log.discardCheckpointed();
    }

    private void awaitStored() {
        store.executeFilestoreOperation(() -> {}); // runs after all storing that has begun
        if (store.isClosed()) {
            throw new IllegalStateException("Cannot write the file of the store; its log has the missing changes");
        }
    }

    boolean isClosed() {
        return store.isClosed();
    }

    boolean hasChanges() {
        return changed;
    }

    /** Returns whether the changes since the last checkpoint use too much memory or would delay a restart. */
    boolean isCheckpointDue() {
        return log != null && (log.size() > MAX_LOG_BYTES || store.getUnsavedMemory() > maxUnsavedMemory);
    }

    long fileSize() {
        return log == null ? 0 : store.getFileStore().size();
    }

    /** Passes the changes logged after the last checkpoint, in order, to the consumer, which repeats them. */
    void recover(Consumer<WriteAheadLogRecord> redo) {
        if (log == null) {
            return;
        }
        long checkpoint = state.getOrDefault(CHECKPOINT, 0L);
        long[] last = {checkpoint};
        try {
            for (Path file : logsInOrder()) {
                WriteAheadLogRecord.readAll(file, checksum(state), logged -> {
                    if (logged.sequence() > checkpoint) {
                        if (logged.sequence() != ++last[0]) {
                            LOG.error("Changes {} to {} are lost", last[0], logged.sequence() - 1);
                            last[0] = logged.sequence();
                        }
                        redo.accept(logged);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the change log", e);
        }
        state.put(CHECKPOINT, last[0]);
        store.commit();
        awaitStored();
        log.reset(last[0]);
        recovered = true;
    }

    /** Returns both log files, the one with the earlier changes first. */
    private List<Path> logsInOrder() throws IOException {
        Path one = logPath(Path.of(store.getFileStore().getFileName()));
        Path other = WriteAheadLog.secondFileOf(one);
        return WriteAheadLogRecord.firstSequence(one, checksum(state))
                        < WriteAheadLogRecord.firstSequence(other, checksum(state))
                ? List.of(one, other)
                : List.of(other, one);
    }

    @Override
    public void close() {
        try {
            checkpoint();
            long end = System.nanoTime() + COMPACT_NANOS;
            while (compact(StoreFileCompactor.IDLE_LIVE_PERCENT) && System.nanoTime() < end) {}
            store.close();
        } finally {
            closeWithoutCheckpoint();
        }
    }

    /** Closes the files as they are, as a kill would. Changes that are not in a checkpoint are in the log. */
    void closeWithoutCheckpoint() {
        store.closeImmediately();
        if (log != null) {
            log.close();
        }
    }
}
