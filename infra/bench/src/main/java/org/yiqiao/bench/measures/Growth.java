package org.yiqiao.bench.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.report.Figure;
import org.yiqiao.bench.subject.Services;
import org.yiqiao.bench.subject.Town;

/**
 * How much slower a page, a request and a new request become from the first ten thousand requests in the store to the
 * last. They come through the import, which writes aggregates and events as a command does; the center is left out, since
 * it is the store of resident requests that grows.
 *
 * @param requests with how many it ends
 */
record Growth(int requests) implements Measure {

    private static final int FIRST = 10_000;
    private static final int FILE = 100_000;
    private static final int ASKED = 300;
    private static final int WARM_UP = 500;

    /** Before the first figures: a program that is not warm yet would make all later ones look well. */
    private static final int FIRST_WARM_UP = 4_000;

    private record Costs(Latencies list, Latencies lookup, Latencies write) {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Result take(Programs programs) throws Exception {
        try (Backbone backbone = Backbone.start(programs, "growth")) {
            Services services = new Services(backbone, "growth");
            services.importTerritory(Town.territory());
            try (ChildProcess process = services.start(Services.REQUESTS)) {
                services.awaitRouting(Town.request(0));
                Map<Integer, Costs> costs = new LinkedHashMap<>();
                int filled = 0;
                long filling = 0;
                for (int size : sizes()) {
                    long before = System.nanoTime();
                    filled = fill(programs, services, filled, size);
                    filling += System.nanoTime() - before;
                    costs.put(size, costs(services, size));
                }
                return new Result(
                        figures(costs),
                        List.of(
                                "growth: the import of %s filled the store with %,d requests, at %,.0f requests/s."
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

    private static int fill(Programs programs, Services services, int from, int to) throws Exception {
        int filled = from;
        while (filled < to) {
            int rows = Math.min(FILE, to - filled);
            Upload.toTheEnd(
                    services, GeneratedCity.write(programs.data("growth-rows/" + filled + ".csv.gz"), filled, rows));
            filled += rows;
        }
        return filled;
    }

    private static Costs costs(Services services, int size) throws Exception {
        SplittableRandom random = new SplittableRandom(size);
        costs(services, random, size, size == FIRST ? FIRST_WARM_UP : WARM_UP);
        return costs(services, random, size, ASKED);
    }

    private static Costs costs(Services services, SplittableRandom random, int size, int times) throws Exception {
        Costs costs = new Costs(new Latencies(), new Latencies(), new Latencies());
        for (int i = 0; i < times; i++) {
            String id = "open311-c" + random.nextInt(size);
            String body = Town.request(random.nextInt());
            costs.list().time(() -> ok(services.get(Services.REQUESTS, "/api/requests?limit=50&after=" + id)));
            costs.lookup().time(() -> ok(services.get(Services.REQUESTS, "/api/requests/" + id)));
            costs.write().time(() -> ok(services.post(Services.REQUESTS, "/api/requests", "application/json", body)));
        }
        return costs;
    }

    private static List<Figure> figures(Map<Integer, Costs> costs) {
        List<Figure> figures = new ArrayList<>();
        costs.forEach((size, cost) -> {
            figures.add(new Figure("growth.list" + size, cost.list().p50(), "ms, p50"));
            figures.add(new Figure("growth.lookup" + size, cost.lookup().p50(), "ms, p50"));
            figures.add(new Figure("growth.write" + size, cost.write().p50(), "ms, p50"));
        });
        List<Costs> all = List.copyOf(costs.values());
        if (all.size() > 1) {
            Costs first = all.getFirst();
            Costs last = all.getLast();
            String times = "ratio, largest store to smallest";
            figures.add(new Figure(
                    "growth.listSlowdown", last.list().p50() / first.list().p50(), times));
            figures.add(new Figure(
                    "growth.lookupSlowdown",
                    last.lookup().p50() / first.lookup().p50(),
                    times));
            figures.add(new Figure(
                    "growth.writeSlowdown", last.write().p50() / first.write().p50(), times));
        }
        return figures;
    }

    private static Services.Answer ok(Services.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("Refused: " + answer);
        }
        return answer;
    }
}
