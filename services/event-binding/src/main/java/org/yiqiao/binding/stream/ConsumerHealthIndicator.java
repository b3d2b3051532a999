package org.yiqiao.binding.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * Whether every subscriber of this service still consumes. A broker that is away does not count, its return goes on by
 * itself; a container that has stopped, or whose thread has died, never does.
 */
final class ConsumerHealthIndicator extends AbstractHealthIndicator {

    /** By consumer group, of which each subscriber has its own: a binding that is made again has a new container. */
    private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new ConcurrentSkipListMap<>();

    ConsumerHealthIndicator() {
        super("It is not known whether the subscribers consume");
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
