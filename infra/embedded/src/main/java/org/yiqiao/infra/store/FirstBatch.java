package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Divides what a query finds into what is answered at once and what is kept for later. */
final class FirstBatch {
    private final int size;
    private final List<Document> documents = new ArrayList<>();
    private final List<StoredDocument> rest = new ArrayList<>();
    private long bytes;

    /** @param size how many documents to answer at once; 0 for all, however large */
    FirstBatch(int size) {
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
