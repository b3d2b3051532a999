package org.yiqiao.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yiqiao.faults.check.InvariantViolation;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.TestCluster;

/** I13: memory and threads of every process stay within limits, as measured by the operating system. */
final class ProcessResourceLimitCheck {

    /** A heap of 384 MB, and the other memory of a JVM. */
    private static final long RESIDENT_KILOBYTES = 800 * 1024;

    private static final long THREADS = 400;

    private ProcessResourceLimitCheck() {}

    static List<InvariantViolation> check(TestCluster cluster) {
        List<InvariantViolation> violations = new ArrayList<>();
        cluster.processes().filter(ClusterProcess::isAlive).forEach(process -> {
            check(process, "VmRSS", RESIDENT_KILOBYTES, violations);
            check(process, "Threads", THREADS, violations);
        });
        return violations;
    }

    private static void check(ClusterProcess process, String metric, long limit, List<InvariantViolation> violations) {
        long actual = readStatus(Path.of("/proc", Long.toString(process.pid()), "status"), metric);
        if (actual > limit) {
            violations.add(new InvariantViolation(
                    "I13", process.name() + " exceeds the limit of " + metric + ": " + actual + " > " + limit));
        }
    }

    private static long readStatus(Path status, String metric) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(metric + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
