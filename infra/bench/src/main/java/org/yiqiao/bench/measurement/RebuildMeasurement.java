package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.comparison.Median;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.process.ReadinessProbe;
import org.yiqiao.bench.rawclient.RawClientRebuild;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.SampleTown;
import org.yiqiao.bench.subject.ServiceProcesses;
import org.yiqiao.bench.subject.YiqiaoSubject;
import tools.jackson.databind.JsonNode;

/** The center's rows made anew from the log, against a loop of the raw clients that reads the same log into rows. */
final class RebuildMeasurement implements Measurement {

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
    public MeasurementResult run(ProgramLauncher programs) throws Exception {
        try (BackendServers backbone = BackendServers.start(programs, "rebuild")) {
            ServiceProcesses services = new ServiceProcesses(backbone, "rebuild");
            services.importTerritory(SampleTown.territoryGeoJson());
            try (ChildProcess requests = services.start(ServiceProcesses.REQUESTS)) {
                ReadinessProbe.await(requests, services.address(ServiceProcesses.REQUESTS));
                RequestFileImport.importAndWait(
                        services,
                        GeneratedCityFile.write(programs.dataFolder("rebuild.csv.gz"), 0, GeneratedCityFile.ROWS));
            }
            try (ChildProcess center = services.start(ServiceProcesses.CENTER)) {
                ReadinessProbe.await(
                        center.name() + "'s rows",
                        PATIENCE,
                        () -> YiqiaoSubject.rowLookup(backbone).collection().countDocuments(new Document())
                                >= GeneratedCityFile.ROWS);
                return measureRebuilds(backbone, services);
            }
        }
    }

    private static MeasurementResult measureRebuilds(BackendServers backbone, ServiceProcesses services)
            throws Exception {
        String uri = backbone.mongodbUri();
        RawClientRebuild.RebuildTiming raw =
                RawClientRebuild.run(uri, backbone.bootstrapServers(), YiqiaoSubject.TOPIC);
        List<Double> raws = new ArrayList<>();
        List<Double> rebuilds = new ArrayList<>();
        for (int run = 0; run < WARM_UPS + RUNS; run++) {
            double taken = runRebuild(services);
            if (taken < 0) {
                return MeasurementResult.withoutFigures("rebuild: this version has no command to rebuild a projection");
            }
            raw = RawClientRebuild.run(uri, backbone.bootstrapServers(), YiqiaoSubject.TOPIC);
            if (run >= WARM_UPS) {
                rebuilds.add(taken);
                raws.add(raw.seconds());
            }
        }
        double ours = raw.events() / Median.of(rebuilds, Double::doubleValue);
        double loop = raw.events() / Median.of(raws, Double::doubleValue);
        return new MeasurementResult(
                List.of(
                        new BenchmarkFigure("rebuild.events", raw.events(), "events in the topic"),
                        new BenchmarkFigure("rebuild.eventsPerSecond", ours, "events/s"),
                        new BenchmarkFigure("rebuild.rawLoopEventsPerSecond", loop, "events/s, raw clients"),
                        new BenchmarkFigure("rebuild.againstRawLoop", ours / loop, "ratio")),
                List.of());
    }

    /** How long a rebuild took, as its report says; less than nothing if there is no such command. */
    private static double runRebuild(ServiceProcesses services) throws Exception {
        ServiceProcesses.JsonResponse accepted =
                services.post(ServiceProcesses.CENTER, REBUILD, "application/json", "{}");
        if (accepted.status() == 404) {
            return -1;
        }
        if (accepted.status() != 202) {
            throw new IllegalStateException("The rebuild was refused: " + accepted);
        }
        String report = URI.create(accepted.location()).getPath();
        ReadinessProbe.await("The rebuild", PATIENCE, POLL, () -> hasEnded(services, report));
        JsonNode ended = services.get(ServiceProcesses.CENTER, report).json();
        Duration taken = Duration.between(time(ended, "started"), time(ended, "ended"));
        return taken.toNanos() / 1e9;
    }

    private static Instant time(JsonNode report, String field) {
        return Instant.parse(report.path(field).asString());
    }

    private static boolean hasEnded(ServiceProcesses services, String report) {
        try {
            JsonNode state =
                    services.get(ServiceProcesses.CENTER, report).json().path("state");
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
