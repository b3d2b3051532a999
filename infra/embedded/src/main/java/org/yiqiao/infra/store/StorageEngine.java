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
 * The file with the documents and their indexes, and the log of what was changed since the file's last checkpoint.
 *
 * <p>A change of one document (with its index entries) and the beginning of a checkpoint exclude each other, so that no
 * checkpoint has half a change; while it is stored, changes go on. A change of the schema excludes all else, is not
 * logged, and is a checkpoint of its own.
 */
final class StorageEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StorageEngine.class);
    private static final String STATE = "state";
    private static final String CHECKPOINT = "checkpoint";
    private static final String IDENTITY = "identity";
    /** Bytes; a restart after a kill reads the log. */
    private static final long MAX_LOG_BYTES = 64 << 20;

    private static final long COMPACT_NANOS = 500_000_000;

    private final MVStore store;
    private final MVMap<String, Long> state;
    private final @Nullable WriteAheadLog log;
    private final @Nullable FileCompaction compaction;

    /** Statements share it, changes of the schema exclude them. Taken before any collection's monitor. */
    private final ReentrantReadWriteLock schema = new ReentrantReadWriteLock();

    /** Held from the beginning of a checkpoint until it is stored. Taken after the schema, before the gate. */
    private final ReentrantLock checkpointing = new ReentrantLock();

    /** Changes of single documents share it, the beginning of a checkpoint excludes them. Taken last. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    private final long mostUnsaved;
    private volatile boolean changed;

    /** Before, a checkpoint would forget what the log has. */
    private volatile boolean recovered;

    private StorageEngine(MVStore store, MVMap<String, Long> state, @Nullable WriteAheadLog log) {
        this.store = store;
        this.state = state;
        this.log = log;
        this.mostUnsaved = (3L << 19) * store.getCacheSize();
        this.compaction = log == null
                ? null
                : new FileCompaction(store, () -> {
                    beginCheckpoint(log);
                    completeCheckpoint(log);
                });
    }

    static StorageEngine inMemory() {
        MVStore store = MVStore.open(null);
        return new StorageEngine(store, store.openMap(STATE), null);
    }

    /** Opens or creates the file; {@link #recover} must follow, once the collections are known. */
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
            // Not that it commits by itself, within 24 days: only then has it threads that store what a commit began.
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

    private static RecordChecksum checksum(MVMap<String, Long> state) {
        return new RecordChecksum(state.getOrDefault(IDENTITY, 0L));
    }

    private static Path logPath(Path file) {
        return file.resolveSibling(file.getFileName() + ".log");
    }

    MVMap<KeyBytes, StoredDocument> openDocumentMap(String name) {
        return open(name, StorageDataTypes.DOCUMENT);
    }

    MVMap<KeyBytes, Integer> openIndexMap(String name) {
        return open(name, StorageDataTypes.VALUE_LENGTH);
    }

    private <V> MVMap<KeyBytes, V> open(String name, BasicDataType<V> type) {
        return store.openMap(
                name,
                new MVMap.Builder<KeyBytes, V>().keyType(StorageDataTypes.KEY).valueType(type));
    }

    MVStore store() {
        return store;
    }

    boolean hasFlag(String name) {
        return state.containsKey(name);
    }

    /** To be called inside a change. */
    void setFlag(String flag) {
        state.put(flag, 1L);
    }

    /** Runs what writes documents while no collection or index comes or goes. */
    <T> T runStatement(Supplier<T> statement) {
        Lock shared = schema.readLock();
        shared.lock();
        try {
            return statement.get();
        } finally {
            shared.unlock();
        }
    }

    /** Changes one document: first in the log, so that whoever sees a change can wait for it. */
    void changeDocument(int collection, KeyBytes key, @Nullable StoredDocument document, Runnable change) {
        Lock shared = gate.readLock();
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

    /** Changes collections or indexes while nobody writes; durable on return. */
    <T> T changeSchema(Supplier<T> change) {
        if (schema.getReadHoldCount() > 0 && !schema.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("a statement cannot change the schema");
        }
        schema.writeLock().lock();
        checkpointing.lock();
        gate.writeLock().lock();
        try {
            return change.get();
        } finally {
            try {
                if (schema.getWriteHoldCount() == 1) {
                    changed = true;
                    checkpoint();
                }
            } finally {
                gate.writeLock().unlock();
                checkpointing.unlock();
                schema.writeLock().unlock();
            }
        }
    }

    /** Returns once all that the caller can have seen or changed survives the end of this process. */
    void awaitDurable() {
        if (log != null) {
            log.flush();
        }
    }

    /** Stores all changes in the file and empties the log. */
    void checkpoint() {
        if (log == null || !changed || !recovered) {
            return;
        }
        checkpointing.lock();
        try {
            gate.writeLock().lock();
            try {
                beginCheckpoint(log);
                changed = false;
            } finally {
                gate.writeLock().unlock();
            }
            completeCheckpoint(log);
            if (compaction != null) {
                compaction.reset();
            }
        } finally {
            checkpointing.unlock();
        }
    }

    /** One step towards a file of which that much is live; returns whether another one may help. */
    boolean compact(int percentLive) {
        if (compaction == null) {
            return false;
        }
        checkpointing.lock();
        gate.writeLock().lock();
        try {
            return compaction.step(percentLive);
        } finally {
            gate.writeLock().unlock();
            checkpointing.unlock();
        }
    }

    /** Takes what is to be stored: all changes so far, none that comes later. */
    private void beginCheckpoint(WriteAheadLog log) {
        boolean turned = log.switchFiles();
        state.put(CHECKPOINT, log.lastSequence());
        if (store.tryCommit() < 0) {
            store.commit(); // another thread was at the store
        }
        if (!turned) {
            awaitStored(); // the log has no room, so nothing can go on until it is not needed
            log.reset(log.lastSequence());
        }
    }

    /** The log forgets only what the file has: a file that cannot be written closes its store for good. */
    private void completeCheckpoint(WriteAheadLog log) {
        awaitStored();
        log.discardCheckpointed();
    }

    private void awaitStored() {
        store.executeFilestoreOperation(() -> {}); // when it is its turn, all that was begun is stored
        if (store.isClosed()) {
            throw new IllegalStateException("The store's file cannot be written; its log has what is not in it");
        }
    }

    boolean isClosed() {
        return store.isClosed();
    }

    boolean hasChanges() {
        return changed;
    }

    /** Whether so much was changed since the last checkpoint that memory or a restart would suffer. */
    boolean isCheckpointDue() {
        return log != null && (log.size() > MAX_LOG_BYTES || store.getUnsavedMemory() > mostUnsaved);
    }

    long fileSize() {
        return log == null ? 0 : store.getFileStore().size();
    }

    /** Hands over what was logged after the last checkpoint, in order, to be done again. */
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

    /** Both files, the one with the earlier changes first. */
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
            while (compact(FileCompaction.IDLE_LIVE_PERCENT) && System.nanoTime() < end) {}
            store.close();
        } finally {
            closeWithoutCheckpoint();
        }
    }

    /** Lets the files go as they are: what was not in a checkpoint is in the log, as after a kill. */
    void closeWithoutCheckpoint() {
        store.closeImmediately();
        if (log != null) {
            log.close();
        }
    }
}
