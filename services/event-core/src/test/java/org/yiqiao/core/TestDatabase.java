package org.yiqiao.core;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.util.UUID;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.privacy.MasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.testkit.TestBackends;

/** Provides a separate database for each test, on the backend that the testkit chose. */
public final class TestDatabase {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());

    private static final MasterKey MASTER = TestMasterKey.create();

    private TestDatabase() {}

    /** Returns an empty store of aggregates. */
    public static AggregateStore createStore() {
        MongoDatabase database = create();
        return new AggregateStore(database, createKeyStore(database));
    }

    /** Returns an empty store of aggregates that reports each command it sends to the backend. */
    public static AggregateStore createObservedStore(CommandListener listener) {
        MongoDatabase database = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(
                                new ConnectionString(TestBackends.shared().mongodbUri()))
                        .addCommandListener(listener)
                        .build())
                .getDatabase("test-" + UUID.randomUUID());
        return new AggregateStore(database, createKeyStore(database));
    }

    /** Returns the store of person keys in a database, wrapped with a master key that all tests share. */
    public static PersonEncryptionKeyStore createKeyStore(MongoDatabase database) {
        return new PersonEncryptionKeyStore(database, MASTER);
    }

    public static MongoDatabase create() {
        return CLIENT.getDatabase("test-" + UUID.randomUUID());
    }
}
