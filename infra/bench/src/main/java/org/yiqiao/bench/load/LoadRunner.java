package org.yiqiao.bench.load;

import java.time.Duration;

/** Puts a subject under load and follows its samples to their rows. */
public record LoadRunner(RequestSender sender, RowLookup rowLookup, TopicWatcher topicWatcher) {

    /** How long rows are waited for after the last answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public LoadResult run(double rate, double seconds) throws InterruptedException {
        return run(rate, seconds, PATIENCE);
    }

    /** @param patience how long rows are waited for after the last answer */
    public LoadResult run(double rate, double seconds, Duration patience) throws InterruptedException {
        LoadRecorder ledger = new LoadRecorder(ArrivalSchedule.startingSoon(rate, seconds));
        topicWatcher.recordTo(ledger);
        try (RowWatcher watch = new RowWatcher(rowLookup, ledger)) {
            sender.send(ledger);
            watch.awaitAllVisible(patience);
        }
        return LoadResult.of(ledger, MicrosecondClock.now());
    }
}
