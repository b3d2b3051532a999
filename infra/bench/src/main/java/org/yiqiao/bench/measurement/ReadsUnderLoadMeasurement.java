package org.yiqiao.bench.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.BenchmarkServiceProcesses;
import org.yiqiao.bench.subject.BenchmarkTown;

/**
 * Measures the latency of reads while requests arrive: a page of requests, a single request and a summary of the
 * center.
 */
final class ReadsUnderLoadMeasurement implements BenchmarkMeasurement {

    private static final double RATE = 300;
    private static final double SECONDS = 15;
    private static final int READS = 100;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception {
        try (MeasurementEnvironment running = MeasurementEnvironment.start(launcher, "reads")) {
            running.loadRunner().run(RATE, 2 * SECONDS);
            AtomicBoolean reading = new AtomicBoolean(true);
            Thread writer = Thread.ofPlatform().start(() -> {
                try {
                    while (reading.get()) {
                        running.loadRunner().run(RATE, SECONDS);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            BenchmarkServiceProcesses services = running.services();
            List<BenchmarkFigure> figures = new ArrayList<>();
            figures.addAll(
                    measureReads(services, "reads.list", BenchmarkServiceProcesses.REQUESTS, "/api/requests?limit=50"));
            String id = services.get(BenchmarkServiceProcesses.REQUESTS, "/api/requests?limit=1")
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            figures.addAll(
                    measureReads(services, "reads.lookup", BenchmarkServiceProcesses.REQUESTS, "/api/requests/" + id));
            figures.addAll(measureReads(
                    services,
                    "reads.summary",
                    BenchmarkServiceProcesses.CENTER,
                    "/api/summary?scope=" + BenchmarkTown.CODE));
            reading.set(false);
            writer.join();
            return new MeasurementResult(figures, List.of());
        }
    }

    private static List<BenchmarkFigure> measureReads(
            BenchmarkServiceProcesses services, String name, String service, String path) throws Exception {
        LatencyHistogram latencies = new LatencyHistogram();
        for (int read = 0; read < READS; read++) {
            latencies.measure(() -> {
                int status = services.get(service, path).status();
                if (status != 200) {
                    throw new IllegalStateException("GET " + path + " returned status " + status);
                }
                return status;
            });
        }
        return latencies.figures(name);
    }
}
