package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Divides the result of a query into the documents of the first batch and the rest. */
final class CursorFirstBatch {
    private final int size;
    private final List<Document> documents = new ArrayList<>();
    private final List<StoredDocument> rest = new ArrayList<>();
    private long bytes;

    /** @param size the number of documents in the first batch; 0 for all, regardless of their size */
    CursorFirstBatch(int size) {
        this.size = size;
    }

    void add(LazyDocument found) {
        bytes += found.stored().size();
        if (size == 0 || (rest.isEmpty() && hasRoom())) {
            documents.add(found.document());
        } else {
            rest.add(found.stored());
        }
    }

    private boolean hasRoom() {
        return documents.isEmpty() || (documents.size() < size && bytes <= QueryCursor.MAX_BATCH_BYTES);
    }

    List<Document> documents() {
        return documents;
    }

    List<StoredDocument> rest() {
        return rest;
    }
}
