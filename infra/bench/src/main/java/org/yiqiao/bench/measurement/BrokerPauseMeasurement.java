package org.yiqiao.bench.measurement;

import java.time.Duration;
import java.util.List;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.load.MicrosecondClock;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;

/**
 * Suspends the broker for a minute while requests continue to arrive. Measures the time from the resumption until every
 * sampled request accepted meanwhile is visible.
 */
final class BrokerPauseMeasurement implements BenchmarkMeasurement {

    private static final double RATE = 100;
    private static final int PAUSE_SECONDS = 60;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "broker-pause";
    }

    @Override
    public MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception {
        try (MeasurementEnvironment running = MeasurementEnvironment.start(launcher, "broker-pause")) {
            running.loadRunner().run(RATE, 5);
            running.backend().broker().pause();
            long resumeTime = MicrosecondClock.now() + PAUSE_SECONDS * MicrosecondClock.SECOND;
            Thread resumer = Thread.ofPlatform().start(() -> {
                MicrosecondClock.sleepUntil(resumeTime);
                running.backend().broker().resume();
            });
            LoadResult load = running.loadRunner().run(RATE, PAUSE_SECONDS - 1, TIMEOUT);
            resumer.join();
            double drainSeconds = (MicrosecondClock.now() - resumeTime) / 1e6;
            return new MeasurementResult(
                    List.of(
                            new BenchmarkFigure(
                                    "brokerPause.accepted",
                                    load.accepted(),
                                    "requests at %.0f/s in %d s, %d refused"
                                            .formatted(RATE, PAUSE_SECONDS, load.failed())),
                            new BenchmarkFigure(
                                    "brokerPause.drainSeconds", drainSeconds, "s until all requests are visible")),
                    load.unseen() == 0
                            ? List.of()
                            : List.of("broker-pause: %d of %d samples did not become visible within %d s."
                                    .formatted(load.unseen(), load.samples(), TIMEOUT.toSeconds())));
        }
    }
}
