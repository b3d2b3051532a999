package org.yiqiao.binding.stream;

import java.util.Objects;
import org.springframework.core.ResolvableType;
import org.yiqiao.core.processing.EventHandler;

/** Determines the event type of an event handler from its type argument. */
final class HandledEventTypeResolver {

    private HandledEventTypeResolver() {}

    static Class<?> of(Class<? extends EventHandler<?>> handlerClass) {
        return Objects.requireNonNull(
                ResolvableType.forClass(handlerClass)
                        .as(EventHandler.class)
                        .getGeneric(0)
                        .resolve(),
                () -> handlerClass + " declares no event type");
    }
}
