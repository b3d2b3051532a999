package org.yiqiao.bench.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** Reads the CPU time of processes and their children from Linux. */
public final class ProcessCpuTime {

    /** The unit of these times on every Linux machine: hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    /**
     * Part of the thread names {@code C1 CompilerThread} and {@code C2 CompilerThread} of HotSpot. Linux truncates
     * names after fifteen characters.
     */
    private static final String COMPILER = " CompilerThre";

    private ProcessCpuTime() {}

    /**
     * Returns the CPU seconds of the processes, their living descendants and their terminated children that were waited
     * for.
     */
    public static double of(Collection<Long> pids) {
        return pids.stream().mapToDouble(ProcessCpuTime::ofProcessTree).sum();
    }

    /** Returns the CPU seconds of the bytecode compilers in the processes and their living descendants. */
    public static double ofCompilers(Collection<Long> pids) {
        return pids.stream()
                .flatMap(ProcessCpuTime::processTree)
                .mapToDouble(ProcessCpuTime::ofCompilersOfProcess)
                .sum();
    }

    /** Returns the CPU seconds of this process, without its child processes. */
    public static double ofThisProcess() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    /**
     * Returns the sum, in seconds, of the four CPU times in a line of {@code /proc/<pid>/stat}: user and system time of
     * the process and of its terminated children.
     */
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
                .map(ProcessCpuTime::procFolder)
                .flatMap(ProcessCpuTime::readStat)
                .mapToDouble(ProcessCpuTime::parse)
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
            return threads.flatMap(ProcessCpuTime::readStat)
                    .filter(stat -> stat.contains(COMPILER))
                    .mapToDouble(ProcessCpuTime::parse)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path procFolder(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /**
     * Returns nothing for a process or thread that has ended since it was listed. The time of an ended process then
     * counts for its parent.
     */
    private static Stream<String> readStat(Path folder) {
        try {
            return Stream.of(Files.readString(folder.resolve("stat")));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
