package org.yiqiao.bench.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.SampleTown;
import org.yiqiao.bench.subject.ServiceProcesses;

/**
 * Measures the latency of reads while requests arrive: a page of requests, a single request and a summary of the
 * center.
 */
final class ReadsUnderLoadMeasurement implements Measurement {

    private static final double RATE = 300;
    private static final double SECONDS = 15;
    private static final int READS = 100;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public MeasurementResult run(ProgramLauncher launcher) throws Exception {
        try (RunningServices running = RunningServices.start(launcher, "reads")) {
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
            ServiceProcesses services = running.services();
            List<BenchmarkFigure> figures = new ArrayList<>();
            figures.addAll(measureReads(services, "reads.list", ServiceProcesses.REQUESTS, "/api/requests?limit=50"));
            String id = services.get(ServiceProcesses.REQUESTS, "/api/requests?limit=1")
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            figures.addAll(measureReads(services, "reads.lookup", ServiceProcesses.REQUESTS, "/api/requests/" + id));
            figures.addAll(measureReads(
                    services, "reads.summary", ServiceProcesses.CENTER, "/api/summary?scope=" + SampleTown.CODE));
            reading.set(false);
            writer.join();
            return new MeasurementResult(figures, List.of());
        }
    }

    private static List<BenchmarkFigure> measureReads(
            ServiceProcesses services, String name, String service, String path) throws Exception {
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
