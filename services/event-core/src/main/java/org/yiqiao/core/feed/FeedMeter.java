package org.yiqiao.core.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of every record that a subscriber was given: {@code yiqiao.feed.records}, by outcome. */
final class FeedMeter {

    private final Counter applied;
    private final Counter duplicate;
    private final Counter parked;
    private final Counter deadLettered;
    private final Counter skipped;

    FeedMeter(MeterRegistry registry, String subscriber) {
        applied = counter(registry, subscriber, "applied");
        duplicate = counter(registry, subscriber, "duplicate");
        parked = counter(registry, subscriber, "parked");
        deadLettered = counter(registry, subscriber, "dead-lettered");
        skipped = counter(registry, subscriber, "skipped");
    }

    void count(SubjectFold<?> fold) {
        applied.increment(fold.applied());
        duplicate.increment(fold.duplicates());
        parked.increment(fold.early().size());
    }

    void deadLettered() {
        deadLettered.increment();
    }

    /** An event of another kind of aggregate that shares the topic. */
    void skipped() {
        skipped.increment();
    }

    private static Counter counter(MeterRegistry registry, String subscriber, String outcome) {
        return Counter.builder("yiqiao.feed.records")
                .tag("subscriber", subscriber)
                .tag("outcome", outcome)
                .register(registry);
    }
}
