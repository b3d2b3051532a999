package org.yiqiao.binding.stream;

import org.yiqiao.core.processing.EventHandler;

/**
 * Marks an event handler with rows that people watch. The broker collects its records while the previous batch is
 * processed, so that a record waits for one batch instead of two. In return, the consumer sends thirty fetch requests a
 * second to the broker, even if no records arrive.
 */
public record LowLatencyHandlerBinding(Class<? extends EventHandler<?>> handlerClass) {

    boolean hasGroup(String group) {
        return group.endsWith("." + handlerClass.getSimpleName());
    }
}
