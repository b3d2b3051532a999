package org.yiqiao.binding.runtime;

import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * Limits how long this service waits for a document store that does not answer. The limits apply to each answer and not
 * to each operation: a full scan has many answers and can take longer. Commands and pages have their own limit, in
 * {@link org.yiqiao.core.aggregate.AggregateStore}.
 */
final class MongoTimeoutCustomizer implements MongoClientSettingsBuilderCustomizer {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SERVER_SELECTION_TIMEOUT = Duration.ofSeconds(8);

    /** Limits one batch of a slow query. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(SERVER_SELECTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxWaitTime(SERVER_SELECTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                                .readTimeout(READ_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    }
}
