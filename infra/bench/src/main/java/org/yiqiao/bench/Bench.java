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
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.contest.Contest;
import org.yiqiao.bench.machine.Machine;
import org.yiqiao.bench.measures.Measure;
import org.yiqiao.bench.process.Programs;
import org.yiqiao.bench.report.Figure;
import org.yiqiao.bench.report.Page;
import org.yiqiao.bench.report.Report;
import org.yiqiao.bench.report.SubjectFigures;
import org.yiqiao.bench.report.Tables;
import org.yiqiao.bench.subject.Contender;
import org.yiqiao.bench.subject.Limit;
import org.yiqiao.bench.subject.Servers;
import org.yiqiao.bench.subject.SpringModulith;
import org.yiqiao.bench.subject.StreamOnly;
import org.yiqiao.bench.subject.Yiqiao;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmark in the folder of the project: {@code ./mvnw -Pbench verify -pl infra/bench -am}. */
public final class Bench {

    private static final Logger log = LoggerFactory.getLogger(Bench.class);

    private static final List<Contender> CONTENDERS = List.of(
            new Yiqiao(),
            new SpringModulith("spring-modulith-ordered", 1),
            new SpringModulith("spring-modulith", 8),
            new StreamOnly(),
            Limit.oneByOne(),
            Limit.inBatches());

    private static final Path TARGET = Path.of("infra/bench/target");

    private final Settings settings;
    private final Programs programs;
    private final long started = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private boolean failed;

    private Bench(Settings settings, Programs programs) {
        this.settings = settings;
        this.programs = programs;
    }

    public static void main(String[] args) throws Exception {
        Path folder = TARGET.resolve("bench").toAbsolutePath();
        delete(folder);
        Bench bench = new Bench(
                Settings.of(System.getProperties()), new Programs(Path.of("").toAbsolutePath(), folder));
        Report report =
                Report.of(Machine.here(), bench.settings.shown(), bench.subjects(), bench.measures(), bench.notes);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(TARGET.resolve("bench.json"), report);
        String tables = Tables.of(report);
        if (bench.settings.isWhole()) {
            Page.update(Path.of("docs/performance.md"), tables);
        }
        bench.say("Done\n\n" + tables);
        if (bench.failed) {
            System.exit(1);
        }
    }

    private List<SubjectFigures> subjects() throws Exception {
        List<Contender> chosen = CONTENDERS.stream()
                .filter(contender -> settings.hasSubject(contender.name()))
                .toList();
        List<SubjectFigures> figures = new ArrayList<>();
        if (!chosen.isEmpty()) {
            try (Servers servers = new Servers(programs, Backbone.start(programs, "contest"))) {
                new Contest(servers, settings.rounds(), settings.seconds(), settings.rate(), this::say)
                        .run(chosen)
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

    private List<Figure> measures() throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.all(settings.data(), settings.requests())) {
            if (settings.hasMeasure(measure.name())) {
                say("Measuring " + measure.name());
                Measure.Result result = take(measure);
                figures.addAll(result.figures());
                notes.addAll(result.notes());
            }
        }
        return figures;
    }

    /** What failed is noted and fails the run at its end, but takes no other figure with it. */
    private Measure.Result take(Measure measure) throws InterruptedException {
        try {
            return measure.take(programs);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.error("{} failed", measure.name(), e);
            failed = true;
            return Measure.Result.without(measure.name() + ": **failed**, " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemOut") // it is what whoever runs it reads
    private void say(String what) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, what);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
