package org.yiqiao.core.processing;

import static com.mongodb.client.model.Projections.include;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.yiqiao.core.processing.RowStore.RowUpdate;

/** Buffers the rows of a single writer in memory, and writes them to the store when the buffer is full. */
final class RowBuffer<R> {

    /** Bytes out of the half gigabyte of a service; enough for some 70,000 rows of 300 bytes. */
    static final long DEFAULT_CAPACITY = 32 << 20;

    /** Bytes that a row takes in addition to its content. */
    private static final long OVERHEAD = 200;

    private final RowStore<R> store;
    private final long capacity;

    /** Updates that the store does not have yet. */
    private final Map<String, RowUpdate> unsaved = new HashMap<>();

    private long usedBytes;
    private long size;
    private boolean hasSpilled;

    RowBuffer(RowStore<R> store, long capacity) {
        this.store = store;
        this.capacity = capacity;
    }

    RowStore<R> store() {
        return store;
    }

    long size() {
        return size;
    }

    Map<String, BsonDocument> documents(Collection<String> ids) {
        Map<String, BsonDocument> documents = new HashMap<>();
        List<String> inStore = new ArrayList<>();
        for (String id : ids) {
            RowUpdate update = unsaved.get(id);
            if (update != null) {
                documents.put(id, update.toDocument());
            } else if (hasSpilled) {
                inStore.add(id);
            }
        }
        if (!inStore.isEmpty()) {
            documents.putAll(store.documents(inStore));
        }
        return documents;
    }

    /** Passes the ids of all rows to the reader, in pages of the size of a find result. */
    void forEachIdPage(Consumer<List<String>> reader) {
        List<String> page = new ArrayList<>();
        Consumer<String> next = id -> {
            page.add(id);
            if (page.size() == RowStore.PAGE_SIZE) {
                reader.accept(List.copyOf(page));
                page.clear();
            }
        };
        unsaved.keySet().forEach(next);
        if (hasSpilled) {
            store.documents()
                    .find()
                    .projection(include("_id"))
                    .map(RowStore::id)
                    .forEach(id -> {
                        if (!unsaved.containsKey(id)) {
                            next.accept(id);
                        }
                    });
        }
        reader.accept(List.copyOf(page));
    }

    /** @param update an update from the row that {@link #documents} returned */
    void put(RowUpdate update) {
        RowUpdate before = unsaved.get(update.id());
        long from = before == null ? update.fromSeq() : before.fromSeq();
        if (before == null) {
            size += from == 0 ? 1 : 0;
            usedBytes += sizeInBytes(update);
        } else {
            usedBytes += sizeInBytes(update) - sizeInBytes(before);
        }
        unsaved.put(update.id(), new RowUpdate(update.id(), from, update.toSeq(), update.content()));
    }

    /** Writes all buffered rows to the store if the buffer is full. */
    void flushIfFull() {
        if (usedBytes <= capacity) {
            return;
        }
        List<RowUpdate> updates = List.copyOf(unsaved.values());
        for (int from = 0; from < updates.size(); from += RowStore.PAGE_SIZE) {
            if (!store.save(updates.subList(from, Math.min(from + RowStore.PAGE_SIZE, updates.size())))) {
                throw new IllegalStateException("Another writer changed these rows");
            }
        }
        unsaved.clear();
        usedBytes = 0;
        hasSpilled = true;
    }

    private static long sizeInBytes(RowUpdate update) {
        int content = update.content() instanceof RawBsonDocument document
                ? document.getByteBuffer().remaining()
                : 0;
        return OVERHEAD + content;
    }
}
