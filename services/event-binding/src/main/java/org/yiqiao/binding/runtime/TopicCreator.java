package org.yiqiao.binding.runtime;

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
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.outbox.KafkaEventPublisher;

/**
 * Creates missing topics, with a fixed number of partitions. Their retention is unlimited, because the event log is the
 * audit record. The first service that starts creates the topics of all services.
 */
final class TopicCreator {

    private static final Logger log = LoggerFactory.getLogger(TopicCreator.class);

    private TopicCreator() {}

    static void createMissing(Map<String, Object> connection) {
        try (Admin admin = Admin.create(connection)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (PlatformService service : PlatformService.values()) {
                missing.add(newTopic(service.topic(), KafkaEventPublisher.MAX_EVENT_BYTES));
                missing.add(newTopic(service.deadLetterTopic(), KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10)));
            }
            missing.removeIf(topic -> existing.contains(topic.name()));
            for (KafkaFuture<Void> creation :
                    admin.createTopics(missing).values().values()) {
                awaitCreation(creation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not create the topics", e.getCause());
        }
    }

    private static void awaitCreation(KafkaFuture<Void> creation) throws InterruptedException, ExecutionException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            log.debug("Another service created the topic first", e);
        }
    }

    private static NewTopic newTopic(String name, int maxBytes) {
        return new NewTopic(name, Optional.of(PlatformService.PARTITION_COUNT), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxBytes)));
    }
}
