package org.yiqiao.bench.measurement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.machine.ProcessMemory;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ReadinessPoller;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.subject.BenchmarkServiceProcesses;
import org.yiqiao.bench.subject.BenchmarkTown;
import org.yiqiao.bench.subject.YiqiaoSubject;
import tools.jackson.databind.JsonNode;

/**
 * Imports half a year of a city's requests from one file. Measures the time until all rows are written and until the
 * center has all of them.
 *
 * @param dataFolder folder with the file and the territory of a real city. Without that file, a generated city of the
 *     same size is imported.
 */
record CityImportMeasurement(Optional<Path> dataFolder) implements BenchmarkMeasurement {

    private static final String REAL_ROWS = "boston-open311-2017h2.csv.gz";
    private static final String REAL_TERRITORY = "boston-territory.geojson";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception {
        Optional<Path> realData = dataFolder.filter(folder -> Files.exists(folder.resolve(REAL_ROWS)));
        try (BrokerAndStoreProcesses backend = BrokerAndStoreProcesses.start(launcher, "import")) {
            BenchmarkServiceProcesses services = new BenchmarkServiceProcesses(backend, "import");
            services.importTerritory(
                    realData.isPresent()
                            ? Files.readString(realData.get().resolve(REAL_TERRITORY))
                            : BenchmarkTown.territoryGeoJson());
            Path file = realData.isPresent()
                    ? realData.get().resolve(REAL_ROWS)
                    : CityRequestFileGenerator.write(
                            launcher.dataFolder("city.csv.gz"), 0, CityRequestFileGenerator.ROWS);
            try (ChildProcess requests = services.start(BenchmarkServiceProcesses.REQUESTS);
                    ChildProcess center = services.start(BenchmarkServiceProcesses.CENTER)) {
                long before = System.nanoTime();
                JsonNode report = RequestFileImportClient.importAndWait(services, file);
                double writtenSeconds = (System.nanoTime() - before) / 1e9;
                long rows = report.path("imported").asLong();
                awaitRows(backend, rows, center);
                double visibleSeconds = (System.nanoTime() - before) / 1e9;
                return new MeasurementResult(
                        List.of(
                                new BenchmarkFigure(
                                        "import.rows", rows, "rows" + (realData.isPresent() ? " of Boston, 2017" : "")),
                                new BenchmarkFigure(
                                        "import.rowsPerSecond",
                                        rows / writtenSeconds,
                                        "rows/s until all rows are written"),
                                new BenchmarkFigure(
                                        "import.seconds", visibleSeconds, "s until the center has all rows"),
                                new BenchmarkFigure(
                                        "import.requestsMemory",
                                        residentMegabytes(requests),
                                        "MB resident, resident-requests")),
                        realData.isPresent()
                                ? List.of()
                                : List.of("import: a generated city of the same size was imported, because"
                                        + " `-Dbench.data` names no files of a real city."));
            }
        }
    }

    private static double residentMegabytes(ChildProcess process) {
        return ProcessMemory.residentMegabytes(process.pid());
    }

    private static void awaitRows(BrokerAndStoreProcesses backend, long rows, ChildProcess center)
            throws InterruptedException {
        ReadinessPoller.await(
                "the rows of " + center.name(),
                Duration.ofMinutes(5),
                () -> YiqiaoSubject.rowLookup(backend).collection().countDocuments(new Document()) >= rows);
    }
}
