package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection, sorted by _id, and its indexes, which change together with them. The caller serializes
 * writers. Readers never block: each reads a snapshot.
 */
final class CollectionData {
    private final StorageEngine storage;
    private final MVMap<KeyBytes, StoredDocument> documents;
    private final boolean isLogged;

    /** Held while a document and its index entries change, and while a snapshot takes the roots of all maps. */
    private final Object rootsLock = new Object();

    private volatile List<SecondaryIndex> indexes = List.of();

    /** @param isLogged whether changes are logged; changes of the schema are not, because each is a checkpoint */
    CollectionData(StorageEngine storage, MVMap<KeyBytes, StoredDocument> documents, boolean isLogged) {
        this.storage = storage;
        this.documents = documents;
        this.isLogged = isLogged;
    }

    MVMap<KeyBytes, StoredDocument> documents() {
        return documents;
    }

    List<SecondaryIndex> indexes() {
        return indexes;
    }

    /** Sets the indexes; allowed only inside a change of the schema. */
    void setIndexes(List<SecondaryIndex> indexes) {
        this.indexes = List.copyOf(indexes);
    }

    boolean isDropped() {
        return documents.isClosed();
    }

    /** Returns the documents that match a query, in order. The stream reads lazily, and the caller must close it. */
    Stream<LazyDocument> find(Document query, Document order, int skip, int limit) {
        CollectionSnapshot snapshot = snapshot();
        try {
            return find(snapshot, query, order, skip, limit).onClose(snapshot::close);
        } catch (RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    private CollectionSnapshot snapshot() {
        MVStore.TxCounter usage = storage.store().registerVersionUsage();
        synchronized (rootsLock) {
            return new CollectionSnapshot(storage.store(), usage, documents, indexes);
        }
    }

    private static Stream<LazyDocument> find(
            CollectionSnapshot snapshot, Document query, Document order, int skip, int limit) {
        QueryPlan plan = QueryPlanner.plan(query, order, limit > 0, snapshot.indexes());
        Stream<LazyDocument> found = plan.read(snapshot).map(LazyDocument::new);
        if (!query.isEmpty()) {
            DefaultQueryMatcher matcher = new DefaultQueryMatcher();
            found = found.filter(candidate -> matcher.matches(candidate.document(), query));
        }
        if (!plan.sorted()) {
            found = DocumentSorter.sort(found, order, limit > 0 ? (long) skip + limit : Long.MAX_VALUE);
        }
        found = skip > 0 ? found.skip(skip) : found;
        return limit > 0 ? found.limit(limit) : found;
    }

    /** Inserts, changes or removes a document; null stands for a document that does not exist. */
    void change(KeyBytes position, @Nullable Document before, @Nullable Document after) {
        StoredDocument stored = after == null ? null : StoredDocument.of(after);
        List<IndexChange> changes = indexes.stream()
                .map(index -> index.change(position, before, after))
                .toList();
        if (isLogged) {
            storage.changeDocument(documents.getId(), position, stored, () -> write(position, stored, changes));
        } else {
            write(position, stored, changes);
        }
    }

    private void write(KeyBytes position, @Nullable StoredDocument document, List<IndexChange> changes) {
        synchronized (rootsLock) {
            if (document == null) {
                documents.remove(position);
            } else {
                documents.put(position, document);
            }
            changes.forEach(IndexChange::apply);
        }
    }

    /** Repeats a change that was logged before the process was killed. */
    void replay(WriteAheadLogRecord logged) {
        StoredDocument stored = documents.get(logged.key());
        Document before = stored == null ? null : stored.decode();
        Document after = logged.document() == null ? null : logged.document().decode();
        write(
                logged.key(),
                logged.document(),
                indexes.stream()
                        .map(index -> index.change(logged.key(), before, after))
                        .toList());
    }
}
