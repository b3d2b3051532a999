package org.yiqiao.core.processing;

import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;

/**
 * Handles the events of one type of aggregate. A handler is found by its type: a new handler needs no registration.
 *
 * @param <E> the sealed interface of the aggregate's events
 */
public sealed interface EventHandler<E extends DomainEvent> permits Projection, Reaction {

    Class<E> eventClass();

    /** Returns the name of the collection and of the consumer group, unique within the service and never changed. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Returns the service that owns the topic of the events. */
    default PlatformService sourceService() {
        return EventType.publisherOf(eventClass());
    }
}
