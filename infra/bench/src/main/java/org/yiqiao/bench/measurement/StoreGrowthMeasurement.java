package org.yiqiao.bench.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.SampleTown;
import org.yiqiao.bench.subject.ServiceProcesses;

/**
 * How much slower a page, a request and a new request become from the first ten thousand requests in the store to the
 * last. They come through the import, which writes aggregates and events as a command does; the center is left out, since
 * it is the store of resident requests that grows.
 *
 * @param requests with how many it ends
 */
record StoreGrowthMeasurement(int requests) implements Measurement {

    private static final int FIRST = 10_000;
    private static final int FILE = 100_000;
    private static final int ASKED = 300;
    private static final int WARM_UP = 500;

    /** Before the first figures: a program that is not warm yet would make all later ones look well. */
    private static final int FIRST_WARM_UP = 4_000;

    private record OperationLatencies(LatencyHistogram list, LatencyHistogram lookup, LatencyHistogram write) {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public MeasurementResult run(ProgramLauncher programs) throws Exception {
        try (BackendServers backbone = BackendServers.start(programs, "growth")) {
            ServiceProcesses services = new ServiceProcesses(backbone, "growth");
            services.importTerritory(SampleTown.territoryGeoJson());
            try (ChildProcess process = services.start(ServiceProcesses.REQUESTS)) {
                services.awaitRouting(SampleTown.requestJson(0));
                Map<Integer, OperationLatencies> costs = new LinkedHashMap<>();
                int filled = 0;
                long filling = 0;
                for (int size : sizes()) {
                    long before = System.nanoTime();
                    filled = fill(programs, services, filled, size);
                    filling += System.nanoTime() - before;
                    costs.put(size, measureLatencies(services, size));
                }
                return new MeasurementResult(
                        figures(costs),
                        List.of("growth: the import of %s filled the store with %,d requests, at %,.0f requests/s."
                                .formatted(process.name(), filled, filled / (filling / 1e9))));
            }
        }
    }

    /** Ten thousand, ten times as many, and so on to the last. */
    private List<Integer> sizes() {
        return IntStream.iterate(FIRST, size -> size <= requests, size -> size * 10)
                .boxed()
                .toList();
    }

    private static int fill(ProgramLauncher programs, ServiceProcesses services, int from, int to) throws Exception {
        int filled = from;
        while (filled < to) {
            int rows = Math.min(FILE, to - filled);
            RequestFileImport.importAndWait(
                    services,
                    GeneratedCityFile.write(programs.dataFolder("growth-rows/" + filled + ".csv.gz"), filled, rows));
            filled += rows;
        }
        return filled;
    }

    private static OperationLatencies measureLatencies(ServiceProcesses services, int size) throws Exception {
        SplittableRandom random = new SplittableRandom(size);
        measureLatencies(services, random, size, size == FIRST ? FIRST_WARM_UP : WARM_UP);
        return measureLatencies(services, random, size, ASKED);
    }

    private static OperationLatencies measureLatencies(
            ServiceProcesses services, SplittableRandom random, int size, int times) throws Exception {
        OperationLatencies costs =
                new OperationLatencies(new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram());
        for (int i = 0; i < times; i++) {
            String id = "open311-c" + random.nextInt(size);
            String body = SampleTown.requestJson(random.nextInt());
            costs.list()
                    .measure(() -> requireSuccess(
                            services.get(ServiceProcesses.REQUESTS, "/api/requests?limit=50&after=" + id)));
            costs.lookup()
                    .measure(() -> requireSuccess(services.get(ServiceProcesses.REQUESTS, "/api/requests/" + id)));
            costs.write()
                    .measure(() -> requireSuccess(
                            services.post(ServiceProcesses.REQUESTS, "/api/requests", "application/json", body)));
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
        List<OperationLatencies> all = List.copyOf(costs.values());
        if (all.size() > 1) {
            OperationLatencies first = all.getFirst();
            OperationLatencies last = all.getLast();
            String times = "ratio, largest store to smallest";
            figures.add(new BenchmarkFigure(
                    "growth.listSlowdown", last.list().p50() / first.list().p50(), times));
            figures.add(new BenchmarkFigure(
                    "growth.lookupSlowdown",
                    last.lookup().p50() / first.lookup().p50(),
                    times));
            figures.add(new BenchmarkFigure(
                    "growth.writeSlowdown", last.write().p50() / first.write().p50(), times));
        }
        return figures;
    }

    private static ServiceProcesses.JsonResponse requireSuccess(ServiceProcesses.JsonResponse answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("Refused: " + answer);
        }
        return answer;
    }
}
