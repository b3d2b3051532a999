package org.yiqiao.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yiqiao.faults.check.Violation;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.TestCluster;

/** I13: memory and threads of every process stay within bounds, as the operating system counts them. */
final class ResourceLimitCheck {

    /** A heap of 384 MB, and what a JVM needs beside it. */
    private static final long RESIDENT_KILOBYTES = 800 * 1024;

    private static final long THREADS = 400;

    private ResourceLimitCheck() {}

    static List<Violation> check(TestCluster town) {
        List<Violation> exceeded = new ArrayList<>();
        town.processes().filter(ClusterProcess::isAlive).forEach(member -> {
            check(member, "VmRSS", RESIDENT_KILOBYTES, exceeded);
            check(member, "Threads", THREADS, exceeded);
        });
        return exceeded;
    }

    private static void check(ClusterProcess member, String figure, long bound, List<Violation> exceeded) {
        long found = readStatus(Path.of("/proc", Long.toString(member.pid()), "status"), figure);
        if (found > bound) {
            exceeded.add(new Violation("I13", member.name() + " has " + figure + " " + found + ", more than " + bound));
        }
    }

    private static long readStatus(Path status, String figure) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(figure + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
