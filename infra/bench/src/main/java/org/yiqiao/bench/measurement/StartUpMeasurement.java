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
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ReadinessPoller;
import org.yiqiao.bench.report.BenchmarkFigure;
import org.yiqiao.infra.port.FreePort;

/**
 * Measures the start of the standalone as {@code spring-boot:run} starts it, on an empty data folder. The time counts
 * from the start of the process until all four services accept requests. The first start also prepares the class cache;
 * later starts use it.
 */
final class StartUpMeasurement implements BenchmarkMeasurement {

    private static final List<String> SERVICES =
            List.of("governance-center", "grid-management", "resident-requests", "social-organizations");
    private static final List<String> FLAGS = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final int STARTS = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private record StartUpResult(double seconds, long megabytes) {}

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public MeasurementResult run(BenchmarkProcessLauncher launcher) throws Exception {
        String classPath = extractClassPath(launcher);
        Path classCache = launcher.dataFolder("standalone-classes.aot").toAbsolutePath();
        StartUpResult first = start(
                launcher,
                0,
                List.of(
                        "-Dyiqiao.aot-cache-output=" + classCache,
                        "-cp",
                        classPath,
                        "org.yiqiao.standalone.start.AotCachePreparingRun"),
                () -> Files.exists(classCache));
        List<StartUpResult> later = new ArrayList<>();
        for (int start = 1; start <= STARTS; start++) {
            later.add(start(
                    launcher,
                    start,
                    List.of(
                            "-XX:AOTCache=" + classCache,
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

    /** Extracts the executable jar of the standalone and returns its jars as a class path. */
    private static String extractClassPath(BenchmarkProcessLauncher launcher) throws Exception {
        Path jars = launcher.runFolder().resolve("standalone");
        try (ChildProcess extraction = launcher.startJava(
                "extraction",
                List.of("-Djarmode=tools"),
                "-jar",
                launcher.executableJar("infra/standalone").toString(),
                "extract",
                "--destination",
                jars.toString())) {
            ReadinessPoller.await("the extraction of the standalone", TIMEOUT, () -> !extraction.isAlive());
        }
        try (Stream<Path> files = Files.walk(jars)) {
            return String.join(
                    ":",
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    /** Starts the standalone and waits until it is ready. Stops it once the condition holds. */
    private static StartUpResult start(
            BenchmarkProcessLauncher launcher, int number, List<String> program, BooleanSupplier cachePrepared)
            throws InterruptedException {
        String name = "standalone-" + number;
        List<URI> addresses = new ArrayList<>();
        List<String> arguments = new ArrayList<>(program);
        arguments.addAll(List.of(
                "--yiqiao.demo=false",
                "--yiqiao.data-dir=" + launcher.dataFolder(name),
                "--yiqiao.ports.kafka=0",
                "--yiqiao.ports.mongodb=0"));
        for (String service : SERVICES) {
            int port = FreePort.of("127.0.0.1", 0, service);
            addresses.add(URI.create("http://127.0.0.1:" + port));
            arguments.add("--yiqiao.ports." + service + "=" + port);
        }
        long before = System.nanoTime();
        try (ChildProcess standalone = launcher.startJava(name, FLAGS, arguments.toArray(String[]::new))) {
            ReadinessPoller.await(name, TIMEOUT, () -> {
                if (!standalone.isAlive()) {
                    throw new IllegalStateException(name + " ended during its start; see its log");
                }
                return addresses.stream().allMatch(ReadinessPoller::isReady);
            });
            double seconds = (System.nanoTime() - before) / 1e9;
            long megabytes = ProcessMemory.residentMegabytesOfProcessTree(standalone.pid());
            ReadinessPoller.await("the class cache of " + name, TIMEOUT, cachePrepared);
            return new StartUpResult(seconds, megabytes);
        }
    }
}
