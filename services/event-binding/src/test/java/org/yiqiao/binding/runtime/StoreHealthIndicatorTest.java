package org.yiqiao.binding.runtime;

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
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.testkit.SuspendableDocumentStore;

/** The timeouts end a test that would hang. The service promises to react within them. */
class StoreHealthIndicatorTest {

    @TempDir
    private Path directory;

    private SuspendableDocumentStore store;
    private MongoClient client;
    private MongoDatabase database;
    private StoreHealthIndicator health;

    @BeforeEach
    void start() throws IOException {
        store = new SuspendableDocumentStore(directory.resolve("store.mv"));
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(store.uri()));
        new MongoTimeoutCustomizer().customize(settings);
        client = MongoClients.create(settings.build());
        database = client.getDatabase("test");
        health = new StoreHealthIndicator(database);
    }

    @AfterEach
    void end() {
        store.close();
        client.close();
    }

    @Test
    @Timeout(30)
    void healthFollowsTheStoreWithoutHanging() throws Exception {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        store.suspend();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        store.resume();
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    @Timeout(30)
    void readsTimeOutWhileTheStoreIsSuspended() throws Exception {
        TestAggregateType posts = new TestAggregateType();
        AggregateStore aggregates = new AggregateStore(database, keys());
        aggregates.createIndexes(posts);
        assertThat(aggregates.find(posts, "a")).isEmpty();

        store.suspend();
        assertThatThrownBy(() -> aggregates.find(posts, "a")).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> aggregates.query(posts, new Document(), 1)).isInstanceOf(MongoException.class);

        store.resume();
        await().untilAsserted(() -> assertThat(aggregates.find(posts, "a")).isEmpty());
    }

    private PersonEncryptionKeyStore keys() throws IOException {
        Path keystore = directory.resolve("test.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.create(keystore, password);
        return new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password));
    }
}
