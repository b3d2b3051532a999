package org.yiqiao.support.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonKeys;

/** The limits keep a test that waits in vain from hanging; what they allow is what the service promises. */
class StoreHealthTest {

    @TempDir
    private Path directory;

    private StoppedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private StoreHealth health;

    @BeforeEach
    void start() throws IOException {
        store = new StoppedStore(directory.resolve("store.mv"));
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(store.uri()));
        new StorePatience().customize(settings);
        client = MongoClients.create(settings.build());
        database = client.getDatabase("test");
        health = new StoreHealth(database);
    }

    @AfterEach
    void end() {
        store.close();
        client.close();
    }

    @Test
    @Timeout(30)
    void itTellsWhetherAStoreAnswersAndNeverHangs() throws Exception {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        store.stop();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        store.goOn();
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    @Timeout(30)
    void whoAsksIsNotLeftWaitingForAStoreThatDoesNotAnswer() throws Exception {
        TestAggregate posts = new TestAggregate();
        AggregateStore aggregates = new AggregateStore(database, keys());
        aggregates.prepare(posts);
        assertThat(aggregates.find(posts, "a")).isEmpty();

        store.stop();
        assertThatThrownBy(() -> aggregates.find(posts, "a")).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> aggregates.query(posts, new Document(), 1)).isInstanceOf(MongoException.class);

        store.goOn();
        await().untilAsserted(() -> assertThat(aggregates.find(posts, "a")).isEmpty());
    }

    private PersonKeys keys() throws IOException {
        Path keystore = directory.resolve("test.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.make(keystore, password);
        return new PersonKeys(database, KeystoreMasterKey.read(keystore, password));
    }
}
