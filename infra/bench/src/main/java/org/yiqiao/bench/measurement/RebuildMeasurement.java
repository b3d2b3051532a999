package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.comparison.Median;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ReadinessPoller;
import org.yiqiao.bench.rawclient.RawClientRebuild;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.BenchmarkServiceProcesses;
import org.yiqiao.bench.subject.BenchmarkTown;
import org.yiqiao.bench.subject.YiqiaoSubject;
import tools.jackson.databind.JsonNode;

/**
 * Compares a rebuild of the center's rows from the topic with a loop of raw clients that turns the same topic into
 * rows.
 */
final class RebuildMeasurement implements BenchmarkMeasurement {

    private static final String REBUILD = "/api/operations/subscribers/RequestRows/rebuild";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Polling twenty times per second took a tenth of the measured CPU time. */
    private static final Duration POLL = Duration.ofMillis(500);

    /** Warm-up runs of both, in alternation. They compile both programs before the measured runs. */
    private static final int WARM_UPS = 7;

    private static final int RUNS = 21;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception {
        try (BrokerAndStoreProcesses backend = BrokerAndStoreProcesses.start(launcher, "rebuild")) {
            BenchmarkServiceProcesses services = new BenchmarkServiceProcesses(backend, "rebuild");
            services.importTerritory(BenchmarkTown.territoryGeoJson());
            try (ChildProcess requests = services.start(BenchmarkServiceProcesses.REQUESTS)) {
                ReadinessPoller.await(requests, services.address(BenchmarkServiceProcesses.REQUESTS));
                RequestFileImportClient.importAndWait(
                        services,
                        CityRequestFileGenerator.write(
                                launcher.dataFolder("rebuild.csv.gz"), 0, CityRequestFileGenerator.ROWS));
            }
            try (ChildProcess center = services.start(BenchmarkServiceProcesses.CENTER)) {
                ReadinessPoller.await(
                        "the rows of " + center.name(),
                        TIMEOUT,
                        () -> YiqiaoSubject.rowLookup(backend).collection().countDocuments(new Document())
                                >= CityRequestFileGenerator.ROWS);
                return measureRebuilds(backend, services);
            }
        }
    }

    private static MeasurementResult measureRebuilds(
            BrokerAndStoreProcesses backend, BenchmarkServiceProcesses services) throws Exception {
        String uri = backend.mongodbUri();
        RawClientRebuild.RebuildTiming raw = RawClientRebuild.run(uri, backend.bootstrapServers(), YiqiaoSubject.TOPIC);
        List<Double> rawSeconds = new ArrayList<>();
        List<Double> rebuildSeconds = new ArrayList<>();
        for (int run = 0; run < WARM_UPS + RUNS; run++) {
            double seconds = runRebuild(services);
            if (seconds < 0) {
                return MeasurementResult.withoutFigures("rebuild: this version has no command to rebuild a projection");
            }
            raw = RawClientRebuild.run(uri, backend.bootstrapServers(), YiqiaoSubject.TOPIC);
            if (run >= WARM_UPS) {
                rebuildSeconds.add(seconds);
                rawSeconds.add(raw.seconds());
            }
        }
        double rebuildRate = raw.events() / Median.of(rebuildSeconds, Double::doubleValue);
        double rawRate = raw.events() / Median.of(rawSeconds, Double::doubleValue);
        return new MeasurementResult(
                List.of(
                        new BenchmarkFigure("rebuild.events", raw.events(), "events in the topic"),
                        new BenchmarkFigure("rebuild.eventsPerSecond", rebuildRate, "events/s"),
                        new BenchmarkFigure("rebuild.rawLoopEventsPerSecond", rawRate, "events/s, raw clients"),
                        new BenchmarkFigure("rebuild.againstRawLoop", rebuildRate / rawRate, "ratio")),
                List.of());
    }

    /**
     * Returns the seconds that a rebuild took, as its report says, or a negative number if there is no such command.
     */
    private static double runRebuild(BenchmarkServiceProcesses services) throws Exception {
        BenchmarkServiceProcesses.JsonResponse accepted =
                services.post(BenchmarkServiceProcesses.CENTER, REBUILD, "application/json", "{}");
        if (accepted.status() == 404) {
            return -1;
        }
        if (accepted.status() != 202) {
            throw new IllegalStateException("The rebuild was rejected: " + accepted);
        }
        String report = URI.create(accepted.location()).getPath();
        ReadinessPoller.await("the end of the rebuild", TIMEOUT, POLL, () -> hasEnded(services, report));
        JsonNode ended = services.get(BenchmarkServiceProcesses.CENTER, report).json();
        Duration duration = Duration.between(time(ended, "startedAt"), time(ended, "finishedAt"));
        return duration.toNanos() / 1e9;
    }

    private static Instant time(JsonNode report, String field) {
        return Instant.parse(report.path(field).asString());
    }

    private static boolean hasEnded(BenchmarkServiceProcesses services, String report) {
        try {
            JsonNode state = services.get(BenchmarkServiceProcesses.CENTER, report)
                    .json()
                    .path("state");
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
