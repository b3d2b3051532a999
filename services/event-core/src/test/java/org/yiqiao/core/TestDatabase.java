package org.yiqiao.core;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.privacy.MasterKey;
import org.yiqiao.core.privacy.PersonKeys;
import org.yiqiao.testkit.Backends;

/** A database of its own for each test, on the backend that the testkit chose. */
public final class TestDatabase {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.shared().mongodbUri());

    private static final MasterKey MASTER = TestMasterKey.make();

    private TestDatabase() {}

    /** An empty store of aggregates. */
    public static AggregateStore store() {
        MongoDatabase database = fresh();
        return new AggregateStore(database, keys(database));
    }

    /** The keys of persons in a database, wrapped with a master key that all tests share. */
    public static PersonKeys keys(MongoDatabase database) {
        return new PersonKeys(database, MASTER);
    }

    public static MongoDatabase fresh() {
        return CLIENT.getDatabase("test-" + UUID.randomUUID());
    }
}
