package org.yiqiao.bench.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** Processor time of processes with all their children, as Linux counts it. */
public final class CpuTime {

    /** Linux tells these times in hundredths of a second, on every machine. */
    private static final double TICKS_PER_SECOND = 100;

    private CpuTime() {}

    /** Seconds since they started, of the processes, their living descendants, and those that ended and were waited for. */
    public static double of(Collection<Long> pids) {
        return pids.stream().mapToDouble(CpuTime::ofTree).sum();
    }

    /** Seconds of this process alone, without the programs that it started. */
    public static double ofThisProcess() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    /** The four times that a line of {@code /proc/<pid>/stat} holds, in seconds: own and of ended children. */
    static double parse(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(afterName[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double ofTree(long pid) {
        Stream<Long> descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), descendants)
                .mapToDouble(CpuTime::ofOne)
                .sum();
    }

    private static double ofOne(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException e) {
            // It ended since it was listed; its parent counts it from now on.
            return 0;
        }
    }
}
