package org.yiqiao.support.spine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.outbox.KafkaEventPublisher;

/**
 * Makes the topics that are not there yet: unlimited retention, since the log is the audit record, and a fixed number
 * of partitions. Whichever service starts first makes them all.
 */
final class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);

    private Topics() {}

    static void make(Map<String, Object> connection) {
        try (Admin admin = Admin.create(connection)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (Service service : Service.values()) {
                missing.add(topic(service.topic(), KafkaEventPublisher.MAX_EVENT_BYTES));
                missing.add(topic(service.deadLetterTopic(), KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10)));
            }
            missing.removeIf(topic -> present.contains(topic.name()));
            for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
                await(made);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not make the topics", e.getCause());
        }
    }

    private static void await(KafkaFuture<Void> made) throws InterruptedException, ExecutionException {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            log.debug("Another service was faster", e);
        }
    }

    private static NewTopic topic(String name, int maxBytes) {
        return new NewTopic(name, Optional.of(Service.PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxBytes)));
    }
}
