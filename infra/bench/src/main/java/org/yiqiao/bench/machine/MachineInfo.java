package org.yiqiao.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine on which the figures were measured. */
public record MachineInfo(String processor, int cores, long memoryMegabytes, String system, String java) {

    public static MachineInfo detect() {
        return new MachineInfo(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                ProcessMemory.totalMegabytes(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
