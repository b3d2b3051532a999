package org.yiqiao.bench.measurement;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.yiqiao.bench.comparison.Median;
import org.yiqiao.bench.machine.ProcessMemory;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.process.ReadinessProbe;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.infra.port.FreePort;

/**
 * The standalone as {@code spring-boot:run} starts it: from the start of its process, on an empty data folder, until all
 * four services take requests; the first time, which prepares the next one, and from what that has prepared.
 */
final class StartUpMeasurement implements Measurement {

    private static final List<String> SERVICES =
            List.of("governance-center", "grid-management", "resident-requests", "social-organizations");
    private static final List<String> FLAGS = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final int STARTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private record StartUpResult(double seconds, long megabytes) {}

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public MeasurementResult run(ProgramLauncher programs) throws Exception {
        String classPath = extractClassPath(programs);
        Path prepared = programs.dataFolder("standalone-classes.aot").toAbsolutePath();
        StartUpResult first = start(
                programs,
                0,
                List.of(
                        "-Dyiqiao.aot-cache-output=" + prepared,
                        "-cp",
                        classPath,
                        "org.yiqiao.standalone.start.AotCachePreparation"),
                () -> Files.exists(prepared));
        List<StartUpResult> later = new ArrayList<>();
        for (int start = 1; start <= STARTS; start++) {
            later.add(start(
                    programs,
                    start,
                    List.of(
                            "-XX:AOTCache=" + prepared,
                            "-cp",
                            classPath,
                            "org.yiqiao.standalone.StandaloneApplication"),
                    () -> true));
        }
        return MeasurementResult.of(
                new BenchmarkFigure("startUp.firstReadySeconds", first.seconds(), "s until ready"),
                new BenchmarkFigure(
                        "startUp.readySeconds",
                        Median.of(later, StartUpResult::seconds),
                        "s until ready, median of %d starts with the class cache of the first".formatted(STARTS)),
                new BenchmarkFigure(
                        "startUp.residentMegabytes",
                        Median.of(later, StartUpResult::megabytes),
                        "MB resident when ready"));
    }

    /** The jars of the program, unpacked from the one jar that the build makes of them. */
    private static String extractClassPath(ProgramLauncher programs) throws Exception {
        Path jars = programs.runFolder().resolve("standalone");
        try (ChildProcess extraction = programs.startJava(
                "extraction",
                List.of("-Djarmode=tools"),
                "-jar",
                programs.executableJar("infra/standalone").toString(),
                "extract",
                "--destination",
                jars.toString())) {
            ReadinessProbe.await("The extraction", PATIENCE, () -> !extraction.isAlive());
        }
        try (Stream<Path> all = Files.walk(jars)) {
            return String.join(
                    ":",
                    all.filter(file -> file.toString().endsWith(".jar"))
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    /** Starts it until it is ready, and stops it once it has done what it is asked for. */
    private static StartUpResult start(ProgramLauncher programs, int number, List<String> program, BooleanSupplier done)
            throws InterruptedException {
        String name = "standalone-" + number;
        List<URI> addresses = new ArrayList<>();
        List<String> arguments = new ArrayList<>(program);
        arguments.addAll(List.of(
                "--yiqiao.demo=false",
                "--yiqiao.data-dir=" + programs.dataFolder(name),
                "--yiqiao.ports.kafka=0",
                "--yiqiao.ports.mongodb=0"));
        for (String service : SERVICES) {
            int port = FreePort.of("127.0.0.1", 0, service);
            addresses.add(URI.create("http://127.0.0.1:" + port));
            arguments.add("--yiqiao.ports." + service + "=" + port);
        }
        long before = System.nanoTime();
        try (ChildProcess standalone = programs.startJava(name, FLAGS, arguments.toArray(String[]::new))) {
            ReadinessProbe.await(name, PATIENCE, () -> {
                if (!standalone.isAlive()) {
                    throw new IllegalStateException(name + " ended while it started; see its log");
                }
                return addresses.stream().allMatch(ReadinessProbe::isReady);
            });
            double seconds = (System.nanoTime() - before) / 1e9;
            long megabytes = ProcessMemory.residentMegabytesOfProcessTree(standalone.pid());
            ReadinessProbe.await("What " + name + " prepares", PATIENCE, done);
            return new StartUpResult(seconds, megabytes);
        }
    }
}
