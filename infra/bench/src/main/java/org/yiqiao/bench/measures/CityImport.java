package org.yiqiao.bench.measures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.machine.Memory;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.process.Ready;
import org.yiqiao.bench.report.Figure;
import org.yiqiao.bench.subject.Services;
import org.yiqiao.bench.subject.Town;
import org.yiqiao.bench.subject.Yiqiao;
import tools.jackson.databind.JsonNode;

/**
 * A city's half year as one file: until all is written, and until the center has all of it.
 *
 * @param data folder of a real city's file and territory; where it is missing, a made-up city of the same size is imported
 */
record CityImport(Optional<Path> data) implements Measure {

    private static final String REAL_ROWS = "boston-open311-2017h2.csv.gz";
    private static final String REAL_TERRITORY = "boston-territory.geojson";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Result take(Programs programs) throws Exception {
        Optional<Path> real = data.filter(folder -> Files.exists(folder.resolve(REAL_ROWS)));
        try (Backbone backbone = Backbone.start(programs, "import")) {
            Services services = new Services(backbone, "import");
            services.importTerritory(
                    real.isPresent() ? Files.readString(real.get().resolve(REAL_TERRITORY)) : Town.territory());
            Path file = real.isPresent()
                    ? real.get().resolve(REAL_ROWS)
                    : GeneratedCity.write(programs.data("city.csv.gz"), 0, GeneratedCity.ROWS);
            try (ChildProcess requests = services.start(Services.REQUESTS);
                    ChildProcess center = services.start(Services.CENTER)) {
                long before = System.nanoTime();
                JsonNode report = Upload.toTheEnd(services, file);
                double written = (System.nanoTime() - before) / 1e9;
                long rows = report.path("imported").asLong();
                awaitRows(backbone, rows, center);
                double visible = (System.nanoTime() - before) / 1e9;
                return new Result(
                        List.of(
                                new Figure("import.rows", rows, "rows" + (real.isPresent() ? " of Boston, 2017" : "")),
                                new Figure("import.rowsPerSecond", rows / written, "rows/s until all rows are written"),
                                new Figure("import.seconds", visible, "s until the center has all rows"),
                                new Figure(
                                        "import.requestsMemory", memory(requests), "MB resident, resident-requests")),
                        real.isPresent()
                                ? List.of()
                                : List.of("import: a generated city of the same size was imported, because"
                                        + " `-Dbench.data` names no files of a real city."));
            }
        }
    }

    private static double memory(ChildProcess process) {
        return Memory.residentMegabytes(process.pid());
    }

    private static void awaitRows(Backbone backbone, long rows, ChildProcess center) throws InterruptedException {
        Ready.await(
                center.name() + "'s rows",
                Duration.ofMinutes(5),
                () -> Yiqiao.rows(backbone).collection().countDocuments(new Document()) >= rows);
    }
}
