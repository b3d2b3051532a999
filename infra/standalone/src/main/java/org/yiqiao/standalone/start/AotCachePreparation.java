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
 * The standalone, which prepares its next start while it serves: a second process starts all that this one has, on an
 * empty folder and ports of its own, and leaves its classes behind when it ends. That takes less than a minute of one
 * processor, at the lowest priority. If it fails, or this process ends before, the next start is as slow as this one and
 * tries again.
 */
final class AotCachePreparation {

    /** The system property that names the file to be made. */
    static final String CACHE_OUTPUT_PROPERTY = "yiqiao.aot-cache-output";

    private static final Logger log = LoggerFactory.getLogger(AotCachePreparation.class);
    private static final Path NICE = Path.of("/usr/bin/nice");

    private AotCachePreparation() {}

    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(System.getProperty(CACHE_OUTPUT_PROPERTY));
        StandaloneApplication.run(
                args, () -> Thread.ofPlatform().name("next-start").daemon().start(() -> prepare(file)));
    }

    private static void prepare(Path file) {
        Path folder = file.resolveSibling("trainee");
        Path half = file.resolveSibling("half-made");
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            if (startTrainingRun(half, folder).waitFor() == 0 && Files.exists(half)) {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
                log.info("The next start is prepared: {}", file);
                FileSystemUtils.deleteRecursively(folder);
            } else {
                log.warn("The next start could not be prepared, see {}", folder);
            }
        } catch (IOException e) {
            log.warn("The next start could not be prepared", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It has nothing to do with the broker and the store that this one may have been told to use. */
    private static Process startTrainingRun(Path half, Path folder) throws IOException {
        ProcessBuilder trainee = new ProcessBuilder(command(half, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        trainee.environment().keySet().removeAll(StandaloneSettings.EXTERNAL_SERVER_VARIABLES);
        return trainee.start();
    }

    private static List<String> command(Path half, Path folder) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(StandaloneLauncher.javaCommand());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + half,
                "-cp",
                System.getProperty("java.class.path"),
                AotTrainingRun.class.getName(),
                "--yiqiao.data-dir=" + folder));
        return command;
    }
}
