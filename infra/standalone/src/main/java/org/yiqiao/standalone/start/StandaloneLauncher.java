package org.yiqiao.standalone.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.infra.process.ClassPathJarPacker;
import org.yiqiao.standalone.StandaloneApplication;
import org.yiqiao.standalone.StandaloneSettings;
import org.yiqiao.standalone.StartupException;

/**
 * The main class of {@code ./mvnw spring-boot:run}: starts the standalone in a separate JVM, from the AOT cache that
 * the first start prepared. The launcher's own JVM cannot use such a cache, because Maven's class path contains
 * folders.
 */
public final class StandaloneLauncher {

    /**
     * Options for a quick start: one thread for garbage collection, and only the quick compiler. The program shares a
     * user's machine with other programs.
     */
    static final List<String> JVM_FLAGS = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // A cache that does not match is not worth a warning: the program starts without it.
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dyiqiao.ends-with-parent=true");

    private StandaloneLauncher() {}

    public static void main(String[] args) throws InterruptedException {
        if (!ClassPathJarPacker.hasFolders()) {
            StandaloneApplication.main(args);
            return;
        }
        Process standalone;
        try {
            standalone = startStandalone(args);
        } catch (IOException | StartupException e) {
            // Start without a cache. This reports errors in the settings or the data folder.
            StandaloneApplication.main(args);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            standalone.destroy();
            standalone.onExit().join();
        }));
        System.exit(standalone.waitFor());
    }

    private static Process startStandalone(String[] args) throws IOException {
        AotCache cache = AotCache.open(StandaloneSettings.dataDir(args).resolve("start"));
        List<String> command = javaCommand();
        command.add(
                cache.exists()
                        ? "-XX:AOTCache=" + cache.file()
                        : "-D" + AotCachePreparingRun.CACHE_OUTPUT_PROPERTY + "=" + cache.file());
        Class<?> main = cache.exists() ? StandaloneApplication.class : AotCachePreparingRun.class;
        command.addAll(List.of("-cp", cache.classPath(), main.getName()));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command).inheritIO().start();
    }

    static List<String> javaCommand() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        return command;
    }
}
