package org.yiqiao.support.spine;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the document store answers; by {@code ping}, which every MongoDB-compatible server knows. */
final class StoreHealth extends AbstractHealthIndicator {

    private final MongoDatabase database;

    StoreHealth(MongoDatabase database) {
        super("The document store does not answer");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(new Document("ping", 1));
        health.up();
    }
}
