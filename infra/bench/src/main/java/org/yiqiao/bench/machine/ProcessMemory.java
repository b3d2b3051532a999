package org.yiqiao.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads memory figures from Linux. */
public final class ProcessMemory {

    private ProcessMemory() {}

    /** Returns the resident memory of a process in megabytes. */
    public static long residentMegabytes(long pid) {
        return readKilobytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:") / 1024;
    }

    /**
     * Returns the resident memory of a process and its descendants in megabytes. Shared memory counts once for each
     * process.
     */
    public static long residentMegabytesOfProcessTree(long pid) {
        return residentMegabytes(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(descendant -> residentMegabytes(descendant.pid()))
                        .sum();
    }

    static long totalMegabytes() {
        return readKilobytes(Path.of("/proc/meminfo"), "MemTotal:") / 1024;
    }

    private static long readKilobytes(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
