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
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.comparison.AlternatingSubjectRunner;
import org.yiqiao.bench.machine.MachineInfo;
import org.yiqiao.bench.measurement.BenchmarkMeasurement;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.bench.report.BenchmarkReport;
import org.yiqiao.bench.report.GeneratedSectionUpdater;
import org.yiqiao.bench.report.MarkdownReportRenderer;
import org.yiqiao.bench.report.SubjectFigures;
import org.yiqiao.bench.subject.BenchmarkSubject;
import org.yiqiao.bench.subject.RawClientSubject;
import org.yiqiao.bench.subject.SharedBenchmarkServers;
import org.yiqiao.bench.subject.SpringCloudStreamSubject;
import org.yiqiao.bench.subject.SpringModulithSubject;
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
            new SpringCloudStreamSubject(),
            RawClientSubject.oneByOne(),
            RawClientSubject.inBatches());

    private static final Path TARGET = Path.of("infra/bench/target");

    private final BenchmarkSettings settings;
    private final BenchmarkProcessLauncher launcher;
    private final long started = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private boolean failed;

    private Benchmark(BenchmarkSettings settings, BenchmarkProcessLauncher launcher) {
        this.settings = settings;
        this.launcher = launcher;
    }

    public static void main(String[] args) throws Exception {
        Path folder = TARGET.resolve("bench").toAbsolutePath();
        delete(folder);
        Benchmark bench = new Benchmark(
                BenchmarkSettings.of(System.getProperties()),
                new BenchmarkProcessLauncher(Path.of("").toAbsolutePath(), folder));
        BenchmarkReport report = BenchmarkReport.of(
                MachineInfo.detect(),
                bench.settings.toProperties(),
                bench.measureSubjects(),
                bench.runMeasurements(),
                bench.notes);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(TARGET.resolve("bench.json"), report);
        String tables = MarkdownReportRenderer.render(report);
        if (bench.settings.isComplete()) {
            GeneratedSectionUpdater.update(Path.of("docs/performance.md"), tables);
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
            try (SharedBenchmarkServers servers =
                    new SharedBenchmarkServers(launcher, BrokerAndStoreProcesses.start(launcher, "comparison"))) {
                new AlternatingSubjectRunner(
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
        for (BenchmarkMeasurement measurement : BenchmarkMeasurement.all(settings.data(), settings.requests())) {
            if (settings.includesMeasurement(measurement.name())) {
                printProgress("Measuring " + measurement.name());
                BenchmarkMeasurement.MeasurementResult result = run(measurement);
                figures.addAll(result.figures());
                notes.addAll(result.notes());
            }
        }
        return figures;
    }

    /** Runs one measurement. A failure adds a note and fails the run at its end; the other measurements still run. */
    private BenchmarkMeasurement.MeasurementResult run(BenchmarkMeasurement measurement) throws InterruptedException {
        try {
            return measurement.run(launcher);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.error("{} failed", measurement.name(), e);
            failed = true;
            return BenchmarkMeasurement.MeasurementResult.withoutFigures(
                    measurement.name() + ": **failed**, " + e.getMessage());
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
