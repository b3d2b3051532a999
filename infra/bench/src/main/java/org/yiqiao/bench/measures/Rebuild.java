package org.yiqiao.bench.measures;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.contest.Medians;
import org.yiqiao.bench.limit.RawRebuild;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.process.Ready;
import org.yiqiao.bench.report.Figure;
import org.yiqiao.bench.subject.Services;
import org.yiqiao.bench.subject.Town;
import org.yiqiao.bench.subject.Yiqiao;
import tools.jackson.databind.JsonNode;

/** The center's rows made anew from the log, against a loop of the raw clients that reads the same log into rows. */
final class Rebuild implements Measure {

    private static final String REBUILD = "/api/operations/subscribers/RequestRows/rebuild";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** To ask twenty times a second took a tenth of the processor time that was measured. */
    private static final Duration POLL = Duration.ofMillis(500);

    /** In turns; before, both are compiled as they will be. */
    private static final int WARM_UPS = 7;

    private static final int RUNS = 21;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Result take(Programs programs) throws Exception {
        try (Backbone backbone = Backbone.start(programs, "rebuild")) {
            Services services = new Services(backbone, "rebuild");
            services.importTerritory(Town.territory());
            try (ChildProcess requests = services.start(Services.REQUESTS)) {
                Ready.await(requests, services.address(Services.REQUESTS));
                Upload.toTheEnd(services, GeneratedCity.write(programs.data("rebuild.csv.gz"), 0, GeneratedCity.ROWS));
            }
            try (ChildProcess center = services.start(Services.CENTER)) {
                Ready.await(
                        center.name() + "'s rows",
                        PATIENCE,
                        () -> Yiqiao.rows(backbone).collection().countDocuments(new Document()) >= GeneratedCity.ROWS);
                return rebuilt(backbone, services);
            }
        }
    }

    private static Result rebuilt(Backbone backbone, Services services) throws Exception {
        String uri = backbone.mongodbUri();
        RawRebuild.Done raw = RawRebuild.run(uri, backbone.bootstrapServers(), Yiqiao.TOPIC);
        List<Double> raws = new ArrayList<>();
        List<Double> rebuilds = new ArrayList<>();
        for (int run = 0; run < WARM_UPS + RUNS; run++) {
            double taken = seconds(services);
            if (taken < 0) {
                return Result.without("rebuild: this version has no command to rebuild a projection");
            }
            raw = RawRebuild.run(uri, backbone.bootstrapServers(), Yiqiao.TOPIC);
            if (run >= WARM_UPS) {
                rebuilds.add(taken);
                raws.add(raw.seconds());
            }
        }
        double ours = raw.events() / Medians.of(rebuilds, Double::doubleValue);
        double loop = raw.events() / Medians.of(raws, Double::doubleValue);
        return new Result(
                List.of(
                        new Figure("rebuild.events", raw.events(), "events in the topic"),
                        new Figure("rebuild.eventsPerSecond", ours, "events/s"),
                        new Figure("rebuild.rawLoopEventsPerSecond", loop, "events/s, raw clients"),
                        new Figure("rebuild.againstRawLoop", ours / loop, "ratio")),
                List.of());
    }

    /** How long a rebuild took, as its report says; less than nothing if there is no such command. */
    private static double seconds(Services services) throws Exception {
        Services.Answer accepted = services.post(Services.CENTER, REBUILD, "application/json", "{}");
        if (accepted.status() == 404) {
            return -1;
        }
        if (accepted.status() != 202) {
            throw new IllegalStateException("The rebuild was refused: " + accepted);
        }
        String report = URI.create(accepted.location()).getPath();
        Ready.await("The rebuild", PATIENCE, POLL, () -> hasEnded(services, report));
        JsonNode ended = services.get(Services.CENTER, report).json();
        Duration taken = Duration.between(time(ended, "started"), time(ended, "ended"));
        return taken.toNanos() / 1e9;
    }

    private static Instant time(JsonNode report, String field) {
        return Instant.parse(report.path(field).asString());
    }

    private static boolean hasEnded(Services services, String report) {
        try {
            JsonNode state = services.get(Services.CENTER, report).json().path("state");
            return switch (state.asString()) {
                case "done" -> true;
                case "failed" -> throw new IllegalStateException("The rebuild failed");
                default -> false;
            };
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
