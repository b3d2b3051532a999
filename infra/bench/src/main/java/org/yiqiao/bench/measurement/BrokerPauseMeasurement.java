package org.yiqiao.bench.measurement;

import java.time.Duration;
import java.util.List;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.load.MicrosecondClock;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;

/**
 * The broker stops in its tracks for a minute while requests go on coming; then how long it takes until everything that
 * was accepted meanwhile is visible.
 */
final class BrokerPauseMeasurement implements Measurement {

    private static final double RATE = 100;
    private static final int PAUSE_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "broker-pause";
    }

    @Override
    public MeasurementResult run(ProgramLauncher programs) throws Exception {
        try (RunningServices town = RunningServices.start(programs, "broker-pause")) {
            town.loadRunner().run(RATE, 5);
            town.backend().broker().pause();
            long woken = MicrosecondClock.now() + PAUSE_SECONDS * MicrosecondClock.SECOND;
            Thread waking = Thread.ofPlatform().start(() -> {
                MicrosecondClock.sleepUntil(woken);
                town.backend().broker().resume();
            });
            LoadResult stretch = town.loadRunner().run(RATE, PAUSE_SECONDS - 1, PATIENCE);
            waking.join();
            double drained = (MicrosecondClock.now() - woken) / 1e6;
            return new MeasurementResult(
                    List.of(
                            new BenchmarkFigure(
                                    "brokerPause.accepted",
                                    stretch.accepted(),
                                    "requests at %.0f/s in %d s, %d refused"
                                            .formatted(RATE, PAUSE_SECONDS, stretch.failed())),
                            new BenchmarkFigure(
                                    "brokerPause.drainSeconds", drained, "s until all requests are visible")),
                    stretch.unseen() == 0
                            ? List.of()
                            : List.of("broker-pause: %d of %d samples did not become visible within %d s."
                                    .formatted(stretch.unseen(), stretch.samples(), PATIENCE.toSeconds())));
        }
    }
}
