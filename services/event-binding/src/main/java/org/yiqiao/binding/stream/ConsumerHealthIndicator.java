package org.yiqiao.binding.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * Reports whether every event handler of this service consumes. An unavailable broker does not count once a container
 * runs, because consumption resumes by itself when the broker returns. It never resumes in a stopped container or after
 * the death of a consumer thread. A binding without a container failed to start.
 */
final class ConsumerHealthIndicator extends AbstractHealthIndicator {

    private final List<String> expectedGroups;

    /** Containers by consumer group, which is unique to an event handler: a recreated binding has a new container. */
    private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new ConcurrentHashMap<>();

    /** @param expectedGroups consumer groups of all event handlers */
    ConsumerHealthIndicator(Collection<String> expectedGroups) {
        super("The state of the event consumers is unknown");
        this.expectedGroups = expectedGroups.stream().sorted().toList();
    }

    void addContainer(AbstractMessageListenerContainer<?, ?> container) {
        containers.put(String.valueOf(container.getGroupId()), container);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stopped =
                expectedGroups.stream().filter(group -> !isConsuming(group)).toList();
        if (stopped.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("stopped", stopped);
        }
    }

    private boolean isConsuming(String group) {
        AbstractMessageListenerContainer<?, ?> container = containers.get(group);
        return container != null && container.isRunning() && container.isChildRunning();
    }
}
