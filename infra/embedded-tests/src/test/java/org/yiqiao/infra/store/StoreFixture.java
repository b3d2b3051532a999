package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A store without a port, with access to its internals. */
final class StoreFixture implements AutoCloseable {
    private final StorageEngine storage;
    private final EmbeddedStoreBackend backend;
    private final EmbeddedChannel channel = new EmbeddedChannel();

    StoreFixture(Path file) {
        this(file, 16);
    }

    StoreFixture(Path file, int cacheMegabytes) {
        this(StorageEngine.open(file, cacheMegabytes));
    }

    StoreFixture() {
        this(StorageEngine.inMemory());
    }

    private StoreFixture(StorageEngine storage) {
        this.storage = storage;
        backend = new EmbeddedStoreBackend(storage);
    }

    Document command(Document command) {
        return backend.handleCommand(
                channel, "test", command.keySet().iterator().next(), command);
    }

    Document adminCommand(Document command) {
        return backend.handleCommand(
                channel, "admin", command.keySet().iterator().next(), command);
    }

    void checkpoint() {
        storage.checkpoint();
    }

    void compact() {
        storage.checkpoint();
        storage.compact(StoreFileCompactor.IDLE_LIVE_PERCENT);
    }

    void update(String collection, Document selector, String field, Object value) {
        Document set = new Document("$set", new Document(field, value));
        command(new Document("update", collection)
                .append("updates", List.of(new Document("q", selector).append("u", set))));
    }

    List<String> collectionNames() {
        Document cursor = (Document) Objects.requireNonNull(
                command(new Document("listCollections", 1)).get("cursor"));
        return ((List<?>) Objects.requireNonNull(cursor.get("firstBatch")))
                .stream()
                        .map(described -> (String) ((Document) described).get("name"))
                        .toList();
    }

    void insert(String collection, Document... documents) {
        Document answer = command(new Document("insert", collection)
                .append("ordered", true)
                .append("documents", Arrays.asList(documents)));
        assertThat(answer.get("writeErrors")).isNull();
    }

    void createIndex(String collection, Document description) {
        command(new Document("createIndexes", collection).append("indexes", List.of(description)));
    }

    static Document index(String name, Document key) {
        return new Document("name", name).append("key", key);
    }

    CollectionData table(String collection) {
        return ((EmbeddedStoreCollection) backend.resolveDatabase("test").resolveCollection(collection, true)).data();
    }

    QueryPlan plan(String collection, Document query, Document order, boolean limited) {
        return QueryPlanner.plan(query, order, limited, table(collection).indexes());
    }

    List<Document> find(String collection, Document query) {
        try (Stream<LazyDocument> found = table(collection).find(query, new Document(), 0, 0)) {
            return found.map(LazyDocument::document).toList();
        }
    }

    /** Asserts that each index has exactly the entries that follow from the documents. */
    void assertIndexesAgreeWithDocuments(String name) {
        CollectionData table = table(name);
        for (SecondaryIndex index : table.indexes()) {
            Map<KeyBytes, Integer> expected = new HashMap<>();
            table.documents().forEach((key, stored) -> index.entriesOf(stored.decode(), key)
                    .forEach(entry -> expected.put(entry.key(), entry.valueLength())));
            assertThat(Map.copyOf(index.entries())).as(index.getName()).isEqualTo(expected);
        }
    }

    /** Stops as after a kill: without a checkpoint, and with the log as it is. */
    void closeWithoutCheckpoint() {
        var _ = channel.close();
        storage.closeWithoutCheckpoint();
    }

    @Override
    public void close() {
        var _ = channel.close();
        backend.close();
    }
}
