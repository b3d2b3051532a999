package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that readers keep their snapshot while checkpoints and compaction reuse space of the file. */
class CheckpointUnderLoadTest {
    private static final int DOCUMENTS = 5_000;
    private static final Document ALL = new Document();

    @TempDir
    private Path directory;

    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void readersAreUnaffectedByCheckpointsAndCompaction() {
        Path file = directory.resolve("store.mv");
        try (StoreFixture store = new StoreFixture(file, 1)) {
            store.createIndex("matters", StoreFixture.index("status", new Document("status", 1)));
            store.insert(
                    "matters",
                    IntStream.range(0, DOCUMENTS)
                            .mapToObj(CheckpointUnderLoadTest::matter)
                            .toArray(Document[]::new));
            List<CompletableFuture<Void>> others =
                    List.of(repeat(() -> store.compact()), repeat(() -> scan(store)), repeat(() -> scanIndex(store)));
            Random random = new Random();
            for (int i = 0; i < 4_000; i++) {
                store.update("matters", new Document("_id", random.nextInt(DOCUMENTS)), "status", "s" + i % 3);
            }
            done.set(true);
            others.forEach(CompletableFuture::join);
            store.assertIndexesAgreeWithDocuments("matters");
        }
        try (StoreFixture store = new StoreFixture(file, 1)) {
            store.assertIndexesAgreeWithDocuments("matters");
            assertThat(store.find("matters", ALL)).hasSize(DOCUMENTS);
        }
    }

    private static Document matter(int i) {
        return new Document("_id", i).append("status", "s" + i % 3).append("text", "x".repeat(300));
    }

    private CompletableFuture<Void> repeat(Runnable work) {
        return CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                work.run();
            }
        });
    }

    private static void scan(StoreFixture store) {
        try (Stream<LazyDocument> found = store.table("matters").find(ALL, ALL, 0, 0)) {
            assertThat(found.filter(document -> document.document().containsKey("text"))
                            .count())
                    .isEqualTo(DOCUMENTS);
        }
    }

    private static void scanIndex(StoreFixture store) {
        Document anyStatus = new Document("status", new Document("$in", List.of("s0", "s1", "s2")));
        assertThat(store.find("matters", anyStatus)).hasSize(DOCUMENTS);
    }
}
