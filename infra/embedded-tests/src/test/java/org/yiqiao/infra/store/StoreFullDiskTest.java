package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.infra.port.ChildJvm;

/** Verifies that a store without space rejects writes, and acknowledges only writes that it has stored. */
class StoreFullDiskTest {
    private static final int KIBIBYTES = 4096;
    private static final int REFUSALS = 20;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(classes = {DocumentStoreProcess.class, CheckpointingStoreProcess.class})
    void acknowledgedWritesSurviveAFullDisk(Class<?> process) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash: its ulimit limits the size of files");
        Path file = directory.resolve("store.mv");
        Set<String> acknowledged = new LinkedHashSet<>();
        int refused = 0;
        try (ChildJvm child = ChildJvm.startWithFileSizeLimit(KIBIBYTES, process, file.toString(), "0");
                MongoClient client = MongoClients.create(child.awaitReady())) {
            MongoCollection<Document> matters = client.getDatabase("test").getCollection("matters");
            for (int i = 0; refused < REFUSALS; i++) {
                String id = "m" + i;
                try {
                    matters.insertOne(new Document("_id", id).append("noise", randomBytes(i)));
                    acknowledged.add(id);
                } catch (MongoException refusal) {
                    refused++;
                }
            }
            child.kill();
        }
        assertThat(acknowledged).isNotEmpty();
        try (StoreFixture store = new StoreFixture(file)) {
            assertThat(store.find("matters", new de.bwaldvogel.mongo.bson.Document()))
                    .extracting(document -> (String) document.get("_id"))
                    .containsAll(acknowledged);
            store.insert("matters", new de.bwaldvogel.mongo.bson.Document("_id", "after"));
        }
    }

    @Test
    void processExitsIfItsFileCannotBeWritten() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash: its ulimit limits the size of files");
        Path file = directory.resolve("store.mv");
        try (ChildJvm child =
                        ChildJvm.startWithFileSizeLimit(KIBIBYTES, DocumentStoreProcess.class, file.toString(), "0");
                MongoClient client = MongoClients.create(child.awaitReady())) {
            MongoCollection<Document> matters = client.getDatabase("test").getCollection("matters");
            assertThatThrownBy(() -> {
                        for (int i = 0; true; i++) {
                            matters.insertOne(new Document("_id", "m" + i).append("noise", randomBytes(i)));
                        }
                    })
                    .isInstanceOf(MongoException.class);

            assertThat(child.awaitExit(Duration.ofSeconds(30))).isTrue();
        }
    }

    /** Returns between zero bytes and twice the buffer of the log. */
    private static byte[] randomBytes(int seed) {
        byte[] noise = new byte[seed * 37 % 50 * 10_000];
        new java.util.Random(seed).nextBytes(noise);
        return noise;
    }
}
