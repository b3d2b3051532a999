package org.yiqiao.support.stream;

import java.util.Objects;
import org.springframework.core.ResolvableType;
import org.yiqiao.core.feed.Subscriber;

/** The events that a subscriber's type says it listens to. */
final class SubscribedEvents {

    private SubscribedEvents() {}

    static Class<?> of(Class<? extends Subscriber<?>> subscriber) {
        return Objects.requireNonNull(
                ResolvableType.forClass(subscriber)
                        .as(Subscriber.class)
                        .getGeneric(0)
                        .resolve(),
                () -> subscriber + " names no events");
    }
}
