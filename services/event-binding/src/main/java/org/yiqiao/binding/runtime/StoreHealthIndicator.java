package org.yiqiao.binding.runtime;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Reports whether the document store answers a {@code ping}, which every MongoDB-compatible server supports. Waits at
 * most two seconds for the answer, even if the process of the store is stopped and its port is still open.
 */
final class StoreHealthIndicator extends AbstractHealthIndicator {

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(2);

    private final MongoDatabase database;

    StoreHealthIndicator(MongoDatabase database) {
        super("The document store does not answer");
        this.database = database.withTimeout(PING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(new Document("ping", 1));
        health.up();
    }
}
