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

    /** As Linux has the names of HotSpot's threads C1 and C2 CompilerThread: cut off after fifteen letters. */
    private static final String COMPILER = " CompilerThre";

    private CpuTime() {}

    /** Seconds since they started, of the processes, their living descendants, and those that ended and were waited for. */
    public static double of(Collection<Long> pids) {
        return pids.stream().mapToDouble(CpuTime::ofProcessTree).sum();
    }

    /** Of the same processes without those that ended: seconds that their compilers of bytecode took. */
    public static double ofCompilers(Collection<Long> pids) {
        return pids.stream()
                .flatMap(CpuTime::processTree)
                .mapToDouble(CpuTime::ofCompilersOfProcess)
                .sum();
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

    private static double ofProcessTree(long pid) {
        return processTree(pid)
                .map(CpuTime::procFolder)
                .flatMap(CpuTime::readStat)
                .mapToDouble(CpuTime::parse)
                .sum();
    }

    private static Stream<Long> processTree(long pid) {
        Stream<Long> descendants = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), descendants);
    }

    private static double ofCompilersOfProcess(long pid) {
        try (Stream<Path> threads = Files.list(procFolder(pid).resolve("task"))) {
            return threads.flatMap(CpuTime::readStat)
                    .filter(stat -> stat.contains(COMPILER))
                    .mapToDouble(CpuTime::parse)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path procFolder(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /** Nothing of what ended since it was listed; a process is counted by its parent from then on. */
    private static Stream<String> readStat(Path folder) {
        try {
            return Stream.of(Files.readString(folder.resolve("stat")));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
