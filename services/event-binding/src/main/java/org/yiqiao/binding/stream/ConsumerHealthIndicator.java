package org.yiqiao.binding.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * Reports whether every event handler of this service still consumes. An unavailable broker does not count, because
 * consumption resumes by itself when the broker returns. It never resumes in a stopped container or after the death of
 * a consumer thread.
 */
final class ConsumerHealthIndicator extends AbstractHealthIndicator {

    /** Containers by consumer group, which is unique to an event handler: a recreated binding has a new container. */
    private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new ConcurrentSkipListMap<>();

    ConsumerHealthIndicator() {
        super("The state of the event consumers is unknown");
    }

    void addContainer(AbstractMessageListenerContainer<?, ?> container) {
        containers.put(String.valueOf(container.getGroupId()), container);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stopped = containers.entrySet().stream()
                .filter(entry -> !isConsuming(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (stopped.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("stopped", stopped);
        }
    }

    private static boolean isConsuming(AbstractMessageListenerContainer<?, ?> container) {
        return container.isRunning() && container.isChildRunning();
    }
}
