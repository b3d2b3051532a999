package org.yiqiao.core.processing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the outcome of every record given to an event handler, in the metric {@code yiqiao.processing.records}. */
final class EventProcessorMetrics {

    /** Dashboards that were built on this name keep their figures. */
    private static final String FORMER_NAME = "yiqiao.feed.records";

    private final Counter applied;
    private final Counter duplicate;
    private final Counter parked;
    private final Counter deadLettered;
    private final Counter skipped;

    EventProcessorMetrics(MeterRegistry registry, String handlerName) {
        applied = counter(registry, handlerName, "applied");
        duplicate = counter(registry, handlerName, "duplicate");
        parked = counter(registry, handlerName, "parked");
        deadLettered = counter(registry, handlerName, "dead-lettered");
        skipped = counter(registry, handlerName, "skipped");
    }

    void countFold(RowEventApplier<?> applier) {
        applied.increment(applier.appliedCount());
        duplicate.increment(applier.duplicateCount());
        parked.increment(applier.earlyEvents().size());
    }

    void countDeadLetter() {
        deadLettered.increment();
    }

    /** Counts an event of another aggregate type that shares the topic. */
    void countSkipped() {
        skipped.increment();
    }

    private static Counter counter(MeterRegistry registry, String handlerName, String outcome) {
        Counter counter = Counter.builder("yiqiao.processing.records")
                .tag("subscriber", handlerName)
                .tag("outcome", outcome)
                .register(registry);
        FunctionCounter.builder(FORMER_NAME, counter, Counter::count)
                .tag("subscriber", handlerName)
                .tag("outcome", outcome)
                .register(registry);
        return counter;
    }
}
