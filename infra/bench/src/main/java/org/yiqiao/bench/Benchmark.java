package org.yiqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.comparison.SubjectComparison;
import org.yiqiao.bench.machine.MachineInfo;
import org.yiqiao.bench.measurement.Measurement;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.report.BenchmarkReport;
import org.yiqiao.bench.report.GeneratedSection;
import org.yiqiao.bench.report.MarkdownTables;
import org.yiqiao.bench.report.SubjectFigures;
import org.yiqiao.bench.subject.BenchmarkSubject;
import org.yiqiao.bench.subject.RawClientSubject;
import org.yiqiao.bench.subject.SharedServers;
import org.yiqiao.bench.subject.SpringModulithSubject;
import org.yiqiao.bench.subject.StreamOnlySubject;
import org.yiqiao.bench.subject.YiqiaoSubject;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmark from the project folder: {@code ./mvnw -Pbench verify -pl infra/bench -am}. */
public final class Benchmark {

    private static final Logger log = LoggerFactory.getLogger(Benchmark.class);

    private static final List<BenchmarkSubject> SUBJECTS = List.of(
            new YiqiaoSubject(),
            new SpringModulithSubject("spring-modulith-ordered", 1),
            new SpringModulithSubject("spring-modulith", 8),
            new StreamOnlySubject(),
            RawClientSubject.oneByOne(),
            RawClientSubject.inBatches());

    private static final Path TARGET = Path.of("infra/bench/target");

    private final BenchmarkSettings settings;
    private final ProgramLauncher launcher;
    private final long started = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private boolean failed;

    private Benchmark(BenchmarkSettings settings, ProgramLauncher launcher) {
        this.settings = settings;
        this.launcher = launcher;
    }

    public static void main(String[] args) throws Exception {
        Path folder = TARGET.resolve("bench").toAbsolutePath();
        delete(folder);
        Benchmark bench = new Benchmark(
                BenchmarkSettings.of(System.getProperties()),
                new ProgramLauncher(Path.of("").toAbsolutePath(), folder));
        BenchmarkReport report = BenchmarkReport.of(
                MachineInfo.detect(),
                bench.settings.toProperties(),
                bench.measureSubjects(),
                bench.runMeasurements(),
                bench.notes);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(TARGET.resolve("bench.json"), report);
        String tables = MarkdownTables.render(report);
        if (bench.settings.isComplete()) {
            GeneratedSection.update(Path.of("docs/performance.md"), tables);
        }
        bench.printProgress("Done\n\n" + tables);
        if (bench.failed) {
            System.exit(1);
        }
    }

    private List<SubjectFigures> measureSubjects() throws Exception {
        List<BenchmarkSubject> selected = SUBJECTS.stream()
                .filter(subject -> settings.includesSubject(subject.name()))
                .toList();
        List<SubjectFigures> figures = new ArrayList<>();
        if (!selected.isEmpty()) {
            try (SharedServers servers = new SharedServers(launcher, BackendServers.start(launcher, "comparison"))) {
                new SubjectComparison(
                                servers, settings.rounds(), settings.seconds(), settings.rate(), this::printProgress)
                        .run(selected)
                        .forEach((name, turns) -> figures.add(SubjectFigures.of(name, turns)));
            }
        }
        figures.stream()
                .filter(subject -> subject.sustainableRate() < settings.rate())
                .forEach(subject ->
                        notes.add("%s does not sustain the common rate of %.0f requests/s at which the cost is "
                                        .formatted(subject.name(), settings.rate())
                                + "measured. Its cost includes the cost of its backlog."
                                + " Choose a lower `-Dbench.rate`."));
        return figures;
    }

    private List<BenchmarkFigure> runMeasurements() throws Exception {
        List<BenchmarkFigure> figures = new ArrayList<>();
        for (Measurement measurement : Measurement.all(settings.data(), settings.requests())) {
            if (settings.includesMeasurement(measurement.name())) {
                printProgress("Measuring " + measurement.name());
                Measurement.MeasurementResult result = run(measurement);
                figures.addAll(result.figures());
                notes.addAll(result.notes());
            }
        }
        return figures;
    }

    /** Runs one measurement. A failure adds a note and fails the run at its end; the other measurements still run. */
    private Measurement.MeasurementResult run(Measurement measurement) throws InterruptedException {
        try {
            return measurement.run(launcher);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.error("{} failed", measurement.name(), e);
            failed = true;
            return Measurement.MeasurementResult.withoutFigures(measurement.name() + ": **failed**, " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemOut") // progress for the console
    private void printProgress(String message) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, message);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
