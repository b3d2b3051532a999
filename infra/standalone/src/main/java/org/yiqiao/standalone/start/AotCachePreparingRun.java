package org.yiqiao.standalone.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.yiqiao.standalone.StandaloneApplication;
import org.yiqiao.standalone.StandaloneSettings;

/**
 * Runs the standalone and prepares the AOT cache for the next start in the background. A second process starts the same
 * platform on an empty folder and separate ports, and writes its loaded classes to the cache when it exits. This takes
 * less than a minute of one processor, at the lowest priority. If the preparation fails, or this process ends first,
 * the next start is as slow as this one and prepares the cache again.
 */
final class AotCachePreparingRun {

    /** The system property with the path of the cache file to create. */
    static final String CACHE_OUTPUT_PROPERTY = "yiqiao.aot-cache-output";

    /** The environment variable with the priority of the second process, from 0 (normal) to 19 (lowest, the default). */
    static final String PRIORITY_VARIABLE = "YIQIAO_AOT_CACHE_NICE";

    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final String LOWEST_PRIORITY = "19";

    private AotCachePreparingRun() {}

    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(System.getProperty(CACHE_OUTPUT_PROPERTY));
        StandaloneApplication.run(
                args, () -> Thread.ofPlatform().name("next-start").daemon().start(() -> prepare(file)));
    }

    private static void prepare(Path file) {
        Path folder = file.resolveSibling("trainee");
        // Not a static field: a logger that exists before the settings are read would open its file elsewhere.
        Logger log = LoggerFactory.getLogger(AotCachePreparingRun.class);
        Path partialFile = file.resolveSibling("half-made");
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            if (startTrainingRun(partialFile, folder).waitFor() == 0 && Files.exists(partialFile)) {
                Files.move(partialFile, file, StandardCopyOption.ATOMIC_MOVE);
                log.info("Prepared the class cache for the next start: {}", file);
                FileSystemUtils.deleteRecursively(folder);
            } else {
                log.warn("Cannot prepare the class cache for the next start, see {}", folder);
            }
        } catch (IOException e) {
            log.warn("Cannot prepare the class cache for the next start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the training run with embedded servers, even if this process uses an external broker or store. */
    private static Process startTrainingRun(Path partialFile, Path folder) throws IOException {
        ProcessBuilder trainingRun = new ProcessBuilder(command(partialFile, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        trainingRun.environment().keySet().removeAll(StandaloneSettings.EXTERNAL_SERVER_VARIABLES);
        return trainingRun.start();
    }

    private static List<String> command(Path partialFile, Path folder) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(
                    List.of(NICE.toString(), "-n", System.getenv().getOrDefault(PRIORITY_VARIABLE, LOWEST_PRIORITY)));
        }
        command.addAll(StandaloneLauncher.javaCommand());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + partialFile,
                "-cp",
                System.getProperty("java.class.path"),
                AotTrainingRun.class.getName(),
                "--yiqiao.data-dir=" + folder));
        return command;
    }
}
