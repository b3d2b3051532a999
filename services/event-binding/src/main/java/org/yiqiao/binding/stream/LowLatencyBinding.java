package org.yiqiao.binding.stream;

import org.yiqiao.core.processing.EventHandler;

/**
 * A subscriber whose rows people watch. What comes for it is gathered by the broker, while the batch before is taken, so
 * that it waits for one batch instead of two; it asks the broker thirty times a second for that, even if nothing comes.
 */
public record LowLatencyBinding(Class<? extends EventHandler<?>> handlerClass) {

    boolean hasGroup(String group) {
        return group.endsWith("." + handlerClass.getSimpleName());
    }
}
