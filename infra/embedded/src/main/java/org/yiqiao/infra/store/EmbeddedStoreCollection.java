package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executes the operations of the library on a collection with a {@link CollectionData}. */
final class EmbeddedStoreCollection extends AbstractMongoCollection<KeyBytes> {
    private static final int NAMESPACE_NOT_FOUND = 26;

    private final StorageEngine storage;
    private final CollectionData table;
    private final IdleCursorRemover cursors;

    /** Guarded by this: whether the current statement changes the first match only. */
    private boolean firstMatchOnly;

    EmbeddedStoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            IdleCursorRemover cursors,
            StorageEngine storage,
            CollectionData table) {
        super(database, name, options, cursors.registry());
        this.cursors = cursors;
        this.storage = storage;
        this.table = table;
    }

    CollectionData data() {
        return table;
    }

    // Reading

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        CursorFirstBatch batch = new CursorFirstBatch(batchSize);
        try (Stream<LazyDocument> found =
                table.find(query, order == null ? new Document() : order, skip, firstMatchOnly() ? 1 : limit)) {
            found.forEachOrdered(batch::add);
        }
        List<Document> documents = project(batch.documents(), fieldSelector);
        if (batch.rest().isEmpty()) {
            return new QueryResult(documents);
        }
        QueryCursor remaining =
                new QueryCursor(cursorRegistry.generateCursorId(), batch.rest(), rest -> project(rest, fieldSelector));
        cursors.add(remaining);
        return new QueryResult(documents, remaining);
    }

    /**
     * Returns whether one match is enough: for an update of one document, the library would first collect all matches.
     */
    private boolean firstMatchOnly() {
        return Thread.holdsLock(this) && firstMatchOnly;
    }

    private List<Document> project(List<Document> documents, @Nullable Document fieldSelector) {
        if (fieldSelector == null || fieldSelector.isEmpty()) {
            return documents;
        }
        return matchDocumentsFromStream(documents.stream(), new Document(), null, 0, 0, 0, fieldSelector)
                .collectDocuments();
    }

    /**
     * Matches with a new matcher. The matcher of the library remembers positions in arrays for the writer, and readers
     * must not interfere.
     */
    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return new DefaultQueryMatcher().matches(document, query);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, order, skip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Stream<DocumentWithPosition<KeyBytes>> streamAllDocumentsWithPosition() {
        return table.documents().entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(entry.getValue().decode(), entry.getKey()));
    }

    @Override
    protected Document getDocument(KeyBytes position) {
        return Objects.requireNonNull(table.documents().get(position)).decode();
    }

    @Override
    public int count() {
        return table.documents().size();
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        try (Stream<LazyDocument> found = table.find(query, new Document(), skip, Math.max(limit, 0))) {
            return Math.toIntExact(found.count());
        }
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        long size = table.documents().values().stream()
                .mapToLong(StoredDocument::size)
                .sum();
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    // Writing

    private <T> T runStatement(Supplier<T> statement) {
        return storage.runStatement(() -> {
            synchronized (this) {
                if (table.isDropped()) {
                    throw new MongoServerError(
                            NAMESPACE_NOT_FOUND, "NamespaceNotFound", getFullName() + " was dropped");
                }
                return statement.get();
            }
        });
    }

    @Override
    public void addDocument(Document document) {
        runStatement(() -> {
            super.addDocument(document);
            return document;
        });
    }

    @Override
    public void removeDocument(Document document) {
        runStatement(() -> {
            super.removeDocument(document);
            return document;
        });
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean isOrdered) {
        return runStatement(() -> super.insertDocuments(added, isOrdered));
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return runStatement(() -> {
            firstMatchOnly = !isMulti;
            try {
                return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
            } finally {
                firstMatchOnly = false;
            }
        });
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return runStatement(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public Document findAndModify(Document query) {
        return runStatement(() -> super.findAndModify(query));
    }

    @Override
    protected KeyBytes addDocumentInternal(Document document) {
        String idField = options.getIdField();
        KeyBytes position = KeyEncoder.keyOf(idField == null ? new ObjectId() : document.get(idField));
        table.change(position, null, document);
        return position;
    }

    @Override
    protected void handleUpdate(KeyBytes position, Document before, Document after) {
        table.change(position, before, after);
    }

    @Override
    protected void removeDocument(KeyBytes position) {
        table.change(position, getDocument(position), null);
    }

    // Indexes: inside a change of the schema only

    @Override
    public void addIndex(Index<KeyBytes> index) {
        if (index instanceof SecondaryIndex secondary && secondary.isNew()) {
            buildIndex(secondary);
        }
        super.addIndex(index);
        updateTableIndexes();
    }

    private void buildIndex(SecondaryIndex index) {
        try {
            streamAllDocumentsWithPosition().forEach(stored -> {
                index.checkAdd(stored.getDocument(), this);
                index.change(stored.getPosition(), null, stored.getDocument()).apply();
            });
        } catch (MongoServerError e) {
            storage.store().removeMap(index.entries());
            throw new IndexBuildFailedException(e, this);
        }
    }

    @Override
    public void dropIndex(String indexName) {
        super.dropIndex(indexName);
        updateTableIndexes();
    }

    private void updateTableIndexes() {
        table.setIndexes(getIndexes().stream()
                .filter(SecondaryIndex.class::isInstance)
                .map(SecondaryIndex.class::cast)
                .toList());
    }
}
