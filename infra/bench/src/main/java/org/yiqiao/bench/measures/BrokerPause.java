package org.yiqiao.bench.measures;

import java.time.Duration;
import java.util.List;
import org.yiqiao.bench.load.Micros;
import org.yiqiao.bench.load.Stretch;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.report.Figure;

/**
 * The broker stops in its tracks for a minute while requests go on coming; then how long it takes until everything that
 * was accepted meanwhile is visible.
 */
final class BrokerPause implements Measure {

    private static final double RATE = 100;
    private static final int PAUSE_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "broker-pause";
    }

    @Override
    public Result take(Programs programs) throws Exception {
        try (RunningTown town = RunningTown.start(programs, "broker-pause")) {
            town.load().at(RATE, 5);
            town.backbone().broker().pause();
            long woken = Micros.now() + PAUSE_SECONDS * Micros.SECOND;
            Thread waking = Thread.ofPlatform().start(() -> {
                Micros.sleepUntil(woken);
                town.backbone().broker().goOn();
            });
            Stretch stretch = town.load().at(RATE, PAUSE_SECONDS - 1, PATIENCE);
            waking.join();
            double drained = (Micros.now() - woken) / 1e6;
            return new Result(
                    List.of(
                            new Figure(
                                    "brokerPause.accepted",
                                    stretch.accepted(),
                                    "requests at %.0f/s in %d s, %d refused"
                                            .formatted(RATE, PAUSE_SECONDS, stretch.failed())),
                            new Figure("brokerPause.drainSeconds", drained, "s until all requests are visible")),
                    stretch.unseen() == 0
                            ? List.of()
                            : List.of("broker-pause: %d of %d samples did not become visible within %d s."
                                    .formatted(stretch.unseen(), stretch.samples(), PATIENCE.toSeconds())));
        }
    }
}
