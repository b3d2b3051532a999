package org.yiqiao.binding.stream;

import java.util.Objects;
import org.springframework.core.ResolvableType;
import org.yiqiao.core.processing.EventHandler;

/** The events that a subscriber's type says it listens to. */
final class HandledEventType {

    private HandledEventType() {}

    static Class<?> of(Class<? extends EventHandler<?>> subscriber) {
        return Objects.requireNonNull(
                ResolvableType.forClass(subscriber)
                        .as(EventHandler.class)
                        .getGeneric(0)
                        .resolve(),
                () -> subscriber + " names no events");
    }
}
