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

/** Rows of one writer that keep in memory what there is room for, and put it into their store when there is no more. */
final class RowBuffer<R> {

    /** Of half a gigabyte, which a service has: some 70,000 rows of 300 bytes. */
    static final long DEFAULT_CAPACITY = 32 << 20;

    /** What a row takes beside its content. */
    private static final long OVERHEAD = 200;

    private final RowStore<R> store;
    private final long capacity;

    /** What the store does not have yet. */
    private final Map<String, RowUpdate> unsaved = new HashMap<>();

    private long usedBytes;
    private long size;
    private boolean hasSpilled;

    RowBuffer(RowStore<R> store, long room) {
        this.store = store;
        this.capacity = room;
    }

    RowStore<R> store() {
        return store;
    }

    long size() {
        return size;
    }

    Map<String, BsonDocument> documents(Collection<String> ids) {
        Map<String, BsonDocument> documents = new HashMap<>();
        List<String> elsewhere = new ArrayList<>();
        for (String id : ids) {
            RowUpdate move = unsaved.get(id);
            if (move != null) {
                documents.put(id, move.toDocument());
            } else if (hasSpilled) {
                elsewhere.add(id);
            }
        }
        if (!elsewhere.isEmpty()) {
            documents.putAll(store.documents(elsewhere));
        }
        return documents;
    }

    /** The ids of all rows, as many at once as a find answers with. */
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

    /** @param move from where {@link #documents} said that the row is */
    void put(RowUpdate move) {
        RowUpdate before = unsaved.get(move.id());
        long from = before == null ? move.fromSeq() : before.fromSeq();
        if (before == null) {
            size += from == 0 ? 1 : 0;
            usedBytes += sizeInBytes(move);
        } else {
            usedBytes += sizeInBytes(move) - sizeInBytes(before);
        }
        unsaved.put(move.id(), new RowUpdate(move.id(), from, move.toSeq(), move.content()));
    }

    /** Makes room if there is none left. */
    void flushIfFull() {
        if (usedBytes <= capacity) {
            return;
        }
        List<RowUpdate> moves = List.copyOf(unsaved.values());
        for (int from = 0; from < moves.size(); from += RowStore.PAGE_SIZE) {
            if (!store.save(moves.subList(from, Math.min(from + RowStore.PAGE_SIZE, moves.size())))) {
                throw new IllegalStateException("Somebody else writes to these rows");
            }
        }
        unsaved.clear();
        usedBytes = 0;
        hasSpilled = true;
    }

    private static long sizeInBytes(RowUpdate move) {
        int content = move.content() instanceof RawBsonDocument document
                ? document.getByteBuffer().remaining()
                : 0;
        return OVERHEAD + content;
    }
}
