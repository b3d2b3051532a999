package org.yiqiao.bench.load;

import java.time.Duration;

/** Puts a subject under load and follows its samples to their rows. */
public record Load(Drive drive, Rows rows, LogWatch log) {

    /** How long rows are waited for after the last answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public Stretch at(double rate, double seconds) throws InterruptedException {
        return at(rate, seconds, PATIENCE);
    }

    /** @param patience how long rows are waited for after the last answer */
    public Stretch at(double rate, double seconds, Duration patience) throws InterruptedException {
        Ledger ledger = new Ledger(Arrivals.soon(rate, seconds));
        log.noteIn(ledger);
        try (RowWatch watch = new RowWatch(rows, ledger)) {
            drive.offer(ledger);
            watch.awaitAll(patience);
        }
        return Stretch.of(ledger, Micros.now());
    }
}
