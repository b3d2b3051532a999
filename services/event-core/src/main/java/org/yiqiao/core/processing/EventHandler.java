package org.yiqiao.core.processing;

import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;

/**
 * Whoever listens to the events of one kind of aggregate. It is found by its type: to add one is to write it.
 *
 * @param <E> the sealed interface of the aggregate's events
 */
public sealed interface EventHandler<E extends DomainEvent> permits Projection, Reaction {

    Class<E> eventClass();

    /** The name of its collection and of its consumer group, unique within the service and kept for good. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The service whose topic it reads. */
    default PlatformService sourceService() {
        return EventType.publisherOf(eventClass());
    }
}
