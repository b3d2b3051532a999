package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;

/** The result of a query after its first batch. The documents stay encoded, which takes a fraction of the memory. */
final class QueryCursor extends AbstractCursor {
    /** The limit for a batch in bytes, as in MongoDB. */
    static final int MAX_BATCH_BYTES = 16 << 20;

    private final Queue<StoredDocument> found;
    private final UnaryOperator<List<Document>> projection;
    private volatile long lastUse = System.nanoTime();

    QueryCursor(long id, List<StoredDocument> found, UnaryOperator<List<Document>> projection) {
        super(id);
        this.found = new ArrayDeque<>(found);
        this.projection = projection;
    }

    Duration idleTime() {
        return Duration.ofNanos(System.nanoTime() - lastUse);
    }

    @Override
    public synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    /** @param atMost 0 for as many documents as fit into a batch */
    @Override
    public synchronized List<Document> takeDocuments(int atMost) {
        lastUse = System.nanoTime();
        List<Document> batch = new ArrayList<>();
        int bytes = 0;
        while (!found.isEmpty() && (atMost == 0 || batch.size() < atMost)) {
            bytes += found.element().size();
            if (bytes > MAX_BATCH_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(found.remove().decode());
        }
        return projection.apply(batch);
    }
}
