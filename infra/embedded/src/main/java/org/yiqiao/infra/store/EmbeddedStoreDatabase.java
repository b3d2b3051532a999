package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database in the store, with {@link EmbeddedStoreCollection}s and with indexes that queries use. */
final class EmbeddedStoreDatabase extends AbstractMongoDatabase<KeyBytes> {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStoreDatabase.class);
    private static final String DOCUMENTS = "documents.";
    private static final String INDEX = "index.";

    /** The size of the first batch of a query without a batch size, as in MongoDB. */
    private static final int FIRST_BATCH = 101;

    private final IdleCursorRemover cursors;
    private final StorageEngine storage;
    private final Map<Integer, CollectionData> tables = new ConcurrentHashMap<>();

    /** The description of the index that is being created; the library passes on only a part of it. */
    private @Nullable Document descriptionInProgress;

    EmbeddedStoreDatabase(String name, IdleCursorRemover cursors, StorageEngine storage) {
        super(name, cursors.registry());
        this.cursors = cursors;
        this.storage = storage;
        changeSchema(this::initializeNamespacesAndIndexes);
    }

    /** Returns the names of the databases with documents in the store. */
    static Stream<String> namesIn(StorageEngine storage) {
        return storage.store().getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> Utils.firstFragment(map.substring(DOCUMENTS.length())))
                .distinct();
    }

    /** Returns the table with its documents in this map of the store. */
    Optional<CollectionData> findCollectionData(int map) {
        return Optional.ofNullable(tables.get(map));
    }

    /**
     * Returns whether the collection is one in which the library keeps names of collections and descriptions of
     * indexes.
     */
    private static boolean isSchema(String collection) {
        return collection.startsWith("system.");
    }

    private String mapName(String collection) {
        return DOCUMENTS + getFullCollectionNamespace(collection);
    }

    private String mapName(String collection, String index) {
        return INDEX + getFullCollectionNamespace(collection) + "$" + index;
    }

    private void changeSchema(Runnable change) {
        storage.changeSchema(() -> {
            change.run();
            return this;
        });
    }

    // Commands

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        UnsupportedOptionCheck.check(command, query);
        return switch (command) {
            case "find" -> {
                query.putIfAbsent("batchSize", FIRST_BATCH);
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "insert" ->
                InsertCountCorrection.correct(super.handleCommand(channel, command, query, databases, oplog), query);
            case "update" ->
                OrderedUpdateExecutor.run(query, part -> super.handleCommand(channel, command, part, databases, oplog));
            case "aggregate" ->
                findCollection(query.get(command))
                        .flatMap(collection -> PipelinePushdown.of(collection, query))
                        .map(stages -> stages.run(this, databases, oplog))
                        .orElseGet(() -> super.handleCommand(channel, command, query, databases, oplog));
            case "create", "createIndexes", "drop" ->
                storage.changeSchema(() -> super.handleCommand(channel, command, query, databases, oplog));
            case "dropIndexes" -> {
                findCollection(query.get(command)).ifPresent(collection -> dropIndexes(collection, query.get("index")));
                Document response = new Document();
                Utils.markOkay(response);
                yield response;
            }
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private EmbeddedStoreCollection collection(String name) {
        return (EmbeddedStoreCollection) resolveCollection(name, true);
    }

    private Optional<EmbeddedStoreCollection> findCollection(@Nullable Object name) {
        return name instanceof String collection
                ? Optional.ofNullable((EmbeddedStoreCollection) resolveCollection(collection, false))
                : Optional.empty();
    }

    // Collections

    @Override
    protected MongoCollection<KeyBytes> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<KeyBytes, StoredDocument> documents = storage.openDocumentMap(mapName(name));
        CollectionData table = new CollectionData(storage, documents, !isSchema(name));
        tables.put(documents.getId(), table);
        return new EmbeddedStoreCollection(this, name, options, cursors, storage, table);
    }

    @Override
    protected MongoCollection<KeyBytes> resolveOrCreateCollection(String name) {
        MongoCollection<KeyBytes> existing = resolveCollection(name, false);
        return existing != null ? existing : storage.changeSchema(() -> super.resolveOrCreateCollection(name));
    }

    @Override
    public MongoCollection<KeyBytes> createCollectionOrThrowIfExists(String name, CollectionOptions options) {
        return storage.changeSchema(() -> super.createCollectionOrThrowIfExists(name, options));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        changeSchema(() -> {
            MVMap<?, ?> documents = collection(name).data().documents();
            super.dropCollection(name, oplog);
            tables.remove(documents.getId());
            storage.store().removeMap(documents);
        });
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        if (from != this) {
            throw new MongoServerException("A collection can only be renamed within its database");
        }
        changeSchema(() -> {
            CollectionData table = ((EmbeddedStoreCollection) collection).data();
            super.moveCollection(from, collection, newName);
            storage.store().renameMap(table.documents(), mapName(newName));
            table.indexes()
                    .forEach(index -> storage.store().renameMap(index.entries(), mapName(newName, index.getName())));
        });
    }

    @Override
    public void drop(Oplog oplog) {
        changeSchema(() -> super.drop(oplog));
    }

    @Override
    protected long getStorageSize() {
        return storage.fileSize();
    }

    @Override
    protected long getFileSize() {
        return storage.fileSize();
    }

    // Indexes

    @Override
    protected void addIndex(Document description) {
        changeSchema(() -> {
            // The first index of a collection creates the collection, and this creates the index on _id.
            Document outer = descriptionInProgress;
            descriptionInProgress = description;
            try {
                super.addIndex(description);
            } finally {
                descriptionInProgress = outer;
            }
        });
    }

    @Override
    protected Index<KeyBytes> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        boolean isId = keys.size() == 1 && keys.getFirst().getKey().equals(IndexField.ID.name());
        return isId
                ? new IdIndex(name, collection(collection).data().documents())
                : openIndex(collection, name, keys, sparse, true);
    }

    @Override
    protected Index<KeyBytes> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return openIndex(collection, name, keys, sparse, false);
    }

    private Index<KeyBytes> openIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        Document description =
                descriptionInProgress != null ? descriptionInProgress : storedDescription(collection, name);
        if (!isSortable(RequiredFieldReader.of(description, "key", Document.class))) {
            LOG.warn("Ignoring index {} of {}, which an earlier version created", name, collection);
            return new EmptyIndex<>(name, keys);
        }
        List<IndexField> fields = keys.stream()
                .map(key -> new IndexField(key.getKey(), key.isAscending()))
                .toList();
        Document partialFilter = (Document) description.getOrDefault("partialFilterExpression", new Document());
        String map = mapName(collection, name);
        boolean isNew = !storage.store().hasMap(map);
        return new SecondaryIndex(
                new IndexDefinition(name, fields, unique, sparse, partialFilter),
                storage.openIndexMap(map),
                storage,
                isNew);
    }

    private MongoCollection<KeyBytes> descriptions() {
        return getOrCreateIndexesCollection();
    }

    private Document storedDescription(String collection, String name) {
        Document wanted = new Document("ns", getFullCollectionNamespace(collection)).append("name", name);
        return descriptions().handleQuery(wanted).iterator().next();
    }

    /**
     * Returns whether a sorted index can serve the keys. It cannot serve text or geography. It can replace a hashed
     * index, which answers equality only.
     */
    private static boolean isSortable(Document key) {
        return key.values().stream().allMatch(kind -> kind instanceof Number || "hashed".equals(kind));
    }

    @Override
    protected void dropIndex(MongoCollection<KeyBytes> collection, String name) {
        changeSchema(() -> {
            super.dropIndex(collection, name);
            storage.store().removeMap(mapName(collection.getCollectionName(), name));
        });
    }

    /**
     * Drops indexes of one collection; the method of the library would drop equally named indexes of other collections.
     */
    private void dropIndexes(EmbeddedStoreCollection collection, @Nullable Object wanted) {
        changeSchema(() -> {
            for (Document description : IndexNameResolver.resolve(descriptions(), collection.getFullName(), wanted)) {
                dropIndex(collection, RequiredFieldReader.of(description, "name", String.class));
                descriptions().deleteDocuments(description, -1);
            }
        });
    }
}
