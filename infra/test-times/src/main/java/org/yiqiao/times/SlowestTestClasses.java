package org.yiqiao.times;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the ten test classes of a build that took the most time. */
@SuppressWarnings("SystemOut")
public final class SlowestTestClasses {

    private static final int SHOWN = 10;
    private static final int MODULE_DEPTH = 6;

    private SlowestTestClasses() {}

    /** @param args root of the project; time at which the build began, such as {@code 2026-11-30T08:00:00Z} */
    public static void main(String... args) throws IOException {
        System.out.print(table(Path.of(args[0]), Instant.parse(args[1])));
    }

    /** Returns the table, empty if no test has run. Reports of earlier builds do not count. */
    static String table(Path root, Instant since) throws IOException {
        List<TestClassTime> times = read(root, since);
        if (times.isEmpty()) {
            return "";
        }
        double total = times.stream().mapToDouble(TestClassTime::seconds).sum();
        return times.stream()
                .sorted(Comparator.comparingDouble(TestClassTime::seconds).reversed())
                .limit(SHOWN)
                .map(time -> String.format(Locale.ROOT, "%8.1f s  %s%n", time.seconds(), time.className()))
                .collect(Collectors.joining(
                        "",
                        String.format(Locale.ROOT, "The slowest of %d test classes:%n", times.size()),
                        String.format(Locale.ROOT, "%8.1f s  all of them together%n", total)));
    }

    private static List<TestClassTime> read(Path root, Instant since) throws IOException {
        PathMatcher report = root.getFileSystem().getPathMatcher("glob:**/target/surefire-reports/TEST-*.xml");
        try (Stream<Path> files = Files.find(
                root,
                MODULE_DEPTH,
                (file, attributes) -> attributes.isRegularFile()
                        && report.matches(file)
                        && !attributes.lastModifiedTime().toInstant().isBefore(since))) {
            return files.map(SlowestTestClasses::read).toList();
        }
    }

    private static TestClassTime read(Path report) {
        try {
            return TestClassTime.read(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
