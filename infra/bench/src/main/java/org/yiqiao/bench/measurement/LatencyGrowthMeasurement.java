package org.yiqiao.bench.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.BenchmarkServiceProcesses;
import org.yiqiao.bench.subject.BenchmarkTown;

/**
 * Measures how the latency of a page, a single request and a new request grows from ten thousand stored requests to the
 * configured number. The import fills the store; it writes aggregates and events as a command does. The center does not
 * run, because only the store of resident requests is measured.
 *
 * @param requests largest number of stored requests
 */
record LatencyGrowthMeasurement(int requests) implements BenchmarkMeasurement {

    private static final int FIRST_SIZE = 10_000;
    private static final int ROWS_PER_FILE = 100_000;
    private static final int SAMPLES = 300;
    private static final int WARM_UP = 500;

    /**
     * Longer warm-up before the first figures. Slow first figures of a cold program would make all later ones look
     * good.
     */
    private static final int INITIAL_WARM_UP = 4_000;

    private record OperationLatencies(LatencyHistogram list, LatencyHistogram lookup, LatencyHistogram write) {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception {
        try (BrokerAndStoreProcesses backend = BrokerAndStoreProcesses.start(launcher, "growth")) {
            BenchmarkServiceProcesses services = new BenchmarkServiceProcesses(backend, "growth");
            services.importTerritory(BenchmarkTown.territoryGeoJson());
            try (ChildProcess process = services.start(BenchmarkServiceProcesses.REQUESTS)) {
                services.awaitRouting(BenchmarkTown.requestJson(0));
                Map<Integer, OperationLatencies> costs = new LinkedHashMap<>();
                int filled = 0;
                long fillNanos = 0;
                for (int size : sizes()) {
                    long before = System.nanoTime();
                    filled = fill(launcher, services, filled, size);
                    fillNanos += System.nanoTime() - before;
                    costs.put(size, measureLatencies(services, size));
                }
                return new MeasurementResult(
                        figures(costs),
                        List.of("growth: the import of %s filled the store with %,d requests, at %,.0f requests/s."
                                .formatted(process.name(), filled, filled / (fillNanos / 1e9))));
            }
        }
    }

    /** Returns ten thousand and its multiples by powers of ten, up to the largest number. */
    private List<Integer> sizes() {
        return IntStream.iterate(FIRST_SIZE, size -> size <= requests, size -> size * 10)
                .boxed()
                .toList();
    }

    private static int fill(BenchmarkProcessLauncher launcher, BenchmarkServiceProcesses services, int from, int to)
            throws Exception {
        int filled = from;
        while (filled < to) {
            int rows = Math.min(ROWS_PER_FILE, to - filled);
            RequestFileImportClient.importAndWait(
                    services,
                    CityRequestFileGenerator.write(
                            launcher.dataFolder("growth-rows/" + filled + ".csv.gz"), filled, rows));
            filled += rows;
        }
        return filled;
    }

    private static OperationLatencies measureLatencies(BenchmarkServiceProcesses services, int size) throws Exception {
        SplittableRandom random = new SplittableRandom(size);
        measureLatencies(services, random, size, size == FIRST_SIZE ? INITIAL_WARM_UP : WARM_UP);
        return measureLatencies(services, random, size, SAMPLES);
    }

    private static OperationLatencies measureLatencies(
            BenchmarkServiceProcesses services, SplittableRandom random, int size, int times) throws Exception {
        OperationLatencies costs =
                new OperationLatencies(new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram());
        for (int i = 0; i < times; i++) {
            String id = "open311-c" + random.nextInt(size);
            String body = BenchmarkTown.requestJson(random.nextInt());
            costs.list()
                    .measure(() -> requireSuccess(
                            services.get(BenchmarkServiceProcesses.REQUESTS, "/api/requests?limit=50&after=" + id)));
            costs.lookup()
                    .measure(() ->
                            requireSuccess(services.get(BenchmarkServiceProcesses.REQUESTS, "/api/requests/" + id)));
            costs.write()
                    .measure(() -> requireSuccess(services.post(
                            BenchmarkServiceProcesses.REQUESTS, "/api/requests", "application/json", body)));
        }
        return costs;
    }

    private static List<BenchmarkFigure> figures(Map<Integer, OperationLatencies> costs) {
        List<BenchmarkFigure> figures = new ArrayList<>();
        costs.forEach((size, cost) -> {
            figures.add(new BenchmarkFigure("growth.list" + size, cost.list().p50(), "ms, p50"));
            figures.add(
                    new BenchmarkFigure("growth.lookup" + size, cost.lookup().p50(), "ms, p50"));
            figures.add(new BenchmarkFigure("growth.write" + size, cost.write().p50(), "ms, p50"));
        });
        List<OperationLatencies> bySize = List.copyOf(costs.values());
        if (bySize.size() > 1) {
            OperationLatencies first = bySize.getFirst();
            OperationLatencies last = bySize.getLast();
            String unit = "ratio, largest store to smallest";
            figures.add(new BenchmarkFigure(
                    "growth.listSlowdown", last.list().p50() / first.list().p50(), unit));
            figures.add(new BenchmarkFigure(
                    "growth.lookupSlowdown",
                    last.lookup().p50() / first.lookup().p50(),
                    unit));
            figures.add(new BenchmarkFigure(
                    "growth.writeSlowdown", last.write().p50() / first.write().p50(), unit));
        }
        return figures;
    }

    private static BenchmarkServiceProcesses.JsonResponse requireSuccess(
            BenchmarkServiceProcesses.JsonResponse response) {
        if (response.status() >= 300) {
            throw new IllegalStateException("The request was rejected: " + response);
        }
        return response;
    }
}
