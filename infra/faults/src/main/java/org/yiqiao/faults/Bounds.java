package org.yiqiao.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yiqiao.faults.check.Violation;
import org.yiqiao.faults.town.Member;
import org.yiqiao.faults.town.Town;

/** I13: memory and threads of every process stay within bounds, as the operating system counts them. */
final class Bounds {

    /** A heap of 384 MB, and what a JVM needs beside it. */
    private static final long RESIDENT_KILOBYTES = 800 * 1024;

    private static final long THREADS = 400;

    private Bounds() {}

    static List<Violation> check(Town town) {
        List<Violation> exceeded = new ArrayList<>();
        town.members().filter(Member::isAlive).forEach(member -> {
            check(member, "VmRSS", RESIDENT_KILOBYTES, exceeded);
            check(member, "Threads", THREADS, exceeded);
        });
        return exceeded;
    }

    private static void check(Member member, String figure, long bound, List<Violation> exceeded) {
        long found = read(Path.of("/proc", Long.toString(member.pid()), "status"), figure);
        if (found > bound) {
            exceeded.add(new Violation("I13", member.name() + " has " + figure + " " + found + ", more than " + bound));
        }
    }

    private static long read(Path status, String figure) {
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
