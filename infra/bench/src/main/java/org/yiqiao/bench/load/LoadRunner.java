package org.yiqiao.bench.load;

import java.time.Duration;

/** Runs a load phase against a subject and follows its samples to their rows. */
public record LoadRunner(LoadSender sender, RowExistenceCheck rowLookup, TopicArrivalRecorder topicWatcher) {

    /** Time to wait for rows after the last response. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    public LoadResult run(double rate, double seconds) throws InterruptedException {
        return run(rate, seconds, TIMEOUT);
    }

    /** @param timeout time to wait for rows after the last response */
    public LoadResult run(double rate, double seconds, Duration timeout) throws InterruptedException {
        LoadRecorder recorder = new LoadRecorder(ArrivalSchedule.startingSoon(rate, seconds));
        topicWatcher.recordTo(recorder);
        try (RowVisibilityPoller watcher = new RowVisibilityPoller(rowLookup, recorder)) {
            sender.send(recorder);
            watcher.awaitAllVisible(timeout);
        }
        return LoadResult.of(recorder, MicrosecondClock.now());
    }
}
