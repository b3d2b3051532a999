package org.yiqiao.core.feed;

import static com.mongodb.client.model.Projections.include;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.yiqiao.core.feed.RowStore.Move;

/** Rows of one writer that keep in memory what there is room for, and put it into their store when there is no more. */
final class FoldedRows<R> {

    /** Of half a gigabyte, which a service has: some 70,000 rows of 300 bytes. */
    static final long ROOM = 32 << 20;

    /** What a row takes beside its content. */
    private static final long OVERHEAD = 200;

    private final RowStore<R> store;
    private final long room;

    /** What the store does not have yet. */
    private final Map<String, Move> unsaved = new HashMap<>();

    private long taken;
    private long size;
    private boolean hasSpilled;

    FoldedRows(RowStore<R> store, long room) {
        this.store = store;
        this.room = room;
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
            Move move = unsaved.get(id);
            if (move != null) {
                documents.put(id, move.document());
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
    void forEachPage(Consumer<List<String>> reader) {
        List<String> page = new ArrayList<>();
        Consumer<String> next = id -> {
            page.add(id);
            if (page.size() == RowStore.PAGE) {
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
    void move(Move move) {
        Move before = unsaved.get(move.id());
        long from = before == null ? move.from() : before.from();
        if (before == null) {
            size += from == 0 ? 1 : 0;
            taken += weight(move);
        } else {
            taken += weight(move) - weight(before);
        }
        unsaved.put(move.id(), new Move(move.id(), from, move.to(), move.content()));
    }

    /** Makes room if there is none left. */
    void spill() {
        if (taken <= room) {
            return;
        }
        List<Move> moves = List.copyOf(unsaved.values());
        for (int from = 0; from < moves.size(); from += RowStore.PAGE) {
            if (!store.save(moves.subList(from, Math.min(from + RowStore.PAGE, moves.size())))) {
                throw new IllegalStateException("Somebody else writes to these rows");
            }
        }
        unsaved.clear();
        taken = 0;
        hasSpilled = true;
    }

    private static long weight(Move move) {
        int content = move.content() instanceof RawBsonDocument document
                ? document.getByteBuffer().remaining()
                : 0;
        return OVERHEAD + content;
    }
}
