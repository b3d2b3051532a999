package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRestartTest {
    private static final Document OPEN = new Document("status", "open");
    private static final Document NO_ORDER = new Document();

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("made/if/absent/store.mv");
    }

    @BeforeEach
    void fill() {
        try (StoreFixture store = new StoreFixture(file())) {
            for (String collection : List.of("matters", "tasks")) {
                store.createIndex(collection, StoreFixture.index("status_1", new Document("status", 1)));
                store.createIndex(
                        collection,
                        StoreFixture.index("since_1", new Document("since", 1))
                                .append(
                                        "partialFilterExpression",
                                        new Document("since", new Document("$exists", true))));
                store.createIndex(collection, StoreFixture.index("tags_1", new Document("tags", 1)));
                for (int i = 0; i < 100; i++) {
                    Document document = new Document("_id", i)
                            .append("status", i % 4 == 0 ? "open" : "closed")
                            .append("tags", List.of("t" + i % 3, "all"));
                    store.insert(collection, i % 10 == 0 ? document.append("since", i) : document);
                }
            }
        }
    }

    @Test
    void indexesAreUsedAfterARestart() {
        try (StoreFixture store = new StoreFixture(file())) {
            store.assertIndexesAgreeWithDocuments("matters");
            assertThat(store.plan("matters", OPEN, NO_ORDER, false).isNarrowing())
                    .isTrue();
            assertThat(store.find("matters", OPEN)).hasSize(25);
            assertThat(store.find("matters", new Document("since", new Document("$gte", 50))))
                    .hasSize(5);

            QueryPlan byTag = store.plan("matters", new Document("tags", "all"), NO_ORDER, false);
            assertThat(byTag.mayRepeat()).as("the index is still multikey").isTrue();
        }
    }

    @Test
    void indexNamesAreScopedToTheirCollection() {
        try (StoreFixture store = new StoreFixture(file())) {
            store.command(new Document("dropIndexes", "matters").append("index", "status_1"));
        }
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.plan("matters", OPEN, NO_ORDER, false).isNarrowing())
                    .isFalse();
            assertThat(store.plan("tasks", OPEN, NO_ORDER, false).isNarrowing()).isTrue();
        }
    }

    @Test
    void droppedIndexCanBeRecreated() {
        try (StoreFixture store = new StoreFixture(file())) {
            store.command(new Document("dropIndexes", "matters").append("index", "*"));
            assertThat(store.table("matters").indexes()).isEmpty();
            store.command(new Document("delete", "matters")
                    .append("deletes", List.of(new Document("q", OPEN).append("limit", 5))));
            store.createIndex("matters", StoreFixture.index("status_1", new Document("status", 1)));
            store.assertIndexesAgreeWithDocuments("matters");
            assertThat(store.find("matters", OPEN)).hasSize(20);
        }
    }

    @Test
    void renamedCollectionKeepsDocumentsAndIndexes() {
        try (StoreFixture store = new StoreFixture(file())) {
            store.adminCommand(new Document("renameCollection", "test.matters")
                    .append("to", "test.tasks")
                    .append("dropTarget", true));
            store.insert("tasks", new Document("_id", "new").append("status", "open"));
        }
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.find("tasks", OPEN)).hasSize(26);
            assertThat(store.plan("tasks", OPEN, NO_ORDER, false).isNarrowing()).isTrue();
            store.assertIndexesAgreeWithDocuments("tasks");
            assertThat(store.collectionNames()).containsExactly("tasks");
        }
    }

    @Test
    void droppedCollectionStaysDeletedAfterARestart() {
        try (StoreFixture store = new StoreFixture(file())) {
            store.command(new Document("drop", "matters"));
            store.insert("matters", new Document("_id", 1).append("status", "open"));
            assertThat(store.table("matters").indexes()).isEmpty();
        }
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.find("matters", NO_ORDER)).hasSize(1);
            assertThat(store.find("tasks", NO_ORDER)).hasSize(100);
        }
    }

    @Test
    void droppedDatabaseStaysDeletedAfterARestart() {
        try (StoreFixture store = new StoreFixture(file())) {
            store.command(new Document("dropDatabase", 1));
            assertThat(store.collectionNames()).isEmpty();
        }
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.collectionNames()).isEmpty();
            store.insert("matters", new Document("_id", 1));
            assertThat(store.find("matters", NO_ORDER)).hasSize(1);
        }
    }

    @Test
    void incompleteLogRecordIsIgnored() throws IOException {
        Path log = file().resolveSibling("store.mv.log");
        assertThat(log).isEmptyFile();
        byte[] half = {0, 0, 0, 100, 1, 2, 3, 4, 5, 6};
        Files.write(log, half, StandardOpenOption.APPEND);
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.find("matters", OPEN)).hasSize(25);
            store.insert("matters", new Document("_id", "new").append("status", "open"));
        }
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.find("matters", OPEN)).hasSize(26);
        }
    }

    @Test
    void logOfAnotherStoreIsIgnored() throws IOException {
        StoreFixture killed = new StoreFixture(file());
        killed.insert("matters", new Document("_id", "new").append("status", "open"));
        killed.closeWithoutCheckpoint();
        Files.delete(file());
        assertThat(List.of("store.mv.log", "store.mv.log2"))
                .anySatisfy(log -> assertThat(file().resolveSibling(log)).isNotEmptyFile());
        new StoreFixture(file()).close();
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.collectionNames()).isEmpty();
        }
    }

    @Test
    void fileCannotBeOpenedTwice() {
        try (StoreFixture store = new StoreFixture(file())) {
            assertThat(store.find("matters", OPEN)).isNotEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedDocumentStore.start(file(), "127.0.0.1", 0))
                    .withMessageContaining("store.mv");
        }
    }

    @Test
    void compactionShrinksTheFile() throws IOException {
        try (StoreFixture store = new StoreFixture(file())) {
            String filler = "x".repeat(10_000);
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 200; i++) {
                    store.update("matters", new Document("_id", i % 100), "filler", filler + round + i);
                }
                store.checkpoint();
            }
            store.command(new Document("update", "matters")
                    .append(
                            "updates",
                            List.of(new Document("q", NO_ORDER)
                                    .append("u", new Document("$unset", new Document("filler", 1)))
                                    .append("multi", true))));
        }
        assertThat(Files.size(file())).isLessThan(500_000);
    }
}
