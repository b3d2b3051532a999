package org.yiqiao.core;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.yiqiao.testkit.Backends;

/** A database of its own for each test, on the backend that the testkit chose. */
public final class TestDatabase {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.shared().mongodbUri());

    private TestDatabase() {}

    public static MongoDatabase fresh() {
        return CLIENT.getDatabase("test-" + UUID.randomUUID());
    }
}
