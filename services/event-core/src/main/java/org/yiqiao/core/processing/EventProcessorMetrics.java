package org.yiqiao.core.processing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of every record that a subscriber was given: {@code yiqiao.feed.records}, by outcome. */
final class EventProcessorMetrics {

    private final Counter applied;
    private final Counter duplicate;
    private final Counter parked;
    private final Counter deadLettered;
    private final Counter skipped;

    EventProcessorMetrics(MeterRegistry registry, String subscriber) {
        applied = counter(registry, subscriber, "applied");
        duplicate = counter(registry, subscriber, "duplicate");
        parked = counter(registry, subscriber, "parked");
        deadLettered = counter(registry, subscriber, "dead-lettered");
        skipped = counter(registry, subscriber, "skipped");
    }

    void countFold(RowEventApplier<?> fold) {
        applied.increment(fold.appliedCount());
        duplicate.increment(fold.duplicateCount());
        parked.increment(fold.earlyEvents().size());
    }

    void countDeadLetter() {
        deadLettered.increment();
    }

    /** An event of another kind of aggregate that shares the topic. */
    void countSkipped() {
        skipped.increment();
    }

    private static Counter counter(MeterRegistry registry, String subscriber, String outcome) {
        return Counter.builder("yiqiao.feed.records")
                .tag("subscriber", subscriber)
                .tag("outcome", outcome)
                .register(registry);
    }
}
