package org.yiqiao.bench.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.report.Figure;
import org.yiqiao.bench.subject.Services;
import org.yiqiao.bench.subject.Town;

/** What a reader waits for while requests come in: a page of requests, one request, a summary of the center. */
final class ReadsUnderLoad implements Measure {

    private static final double RATE = 300;
    private static final double SECONDS = 15;
    private static final int READS = 100;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public Result take(Programs programs) throws Exception {
        try (RunningTown town = RunningTown.start(programs, "reads")) {
            town.load().at(RATE, 2 * SECONDS);
            AtomicBoolean reading = new AtomicBoolean(true);
            Thread writing = Thread.ofPlatform().start(() -> {
                try {
                    while (reading.get()) {
                        town.load().at(RATE, SECONDS);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Services services = town.services();
            List<Figure> figures = new ArrayList<>();
            figures.addAll(reads(services, "reads.list", Services.REQUESTS, "/api/requests?limit=50"));
            String id = services.get(Services.REQUESTS, "/api/requests?limit=1")
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            figures.addAll(reads(services, "reads.lookup", Services.REQUESTS, "/api/requests/" + id));
            figures.addAll(reads(services, "reads.summary", Services.CENTER, "/api/summary?scope=" + Town.CODE));
            reading.set(false);
            writing.join();
            return new Result(figures, List.of());
        }
    }

    private static List<Figure> reads(Services services, String name, String service, String path) throws Exception {
        Latencies latencies = new Latencies();
        for (int read = 0; read < READS; read++) {
            latencies.time(() -> {
                int status = services.get(service, path).status();
                if (status != 200) {
                    throw new IllegalStateException(path + " was answered with " + status);
                }
                return status;
            });
        }
        return latencies.figures(name);
    }
}
