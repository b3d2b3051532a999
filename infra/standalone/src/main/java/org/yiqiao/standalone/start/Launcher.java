package org.yiqiao.standalone.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.infra.process.JarClassPath;
import org.yiqiao.standalone.CannotStart;
import org.yiqiao.standalone.Settings;
import org.yiqiao.standalone.Standalone;

/**
 * What {@code ./mvnw spring-boot:run} starts: the standalone in a JVM of its own, from what the first start prepared. In
 * its own JVM it could not be, because Maven's class path has folders.
 */
public final class Launcher {

    /** One collector thread and the quick compiler: it is to be there soon, beside what else a person's machine does. */
    static final List<String> FLAGS = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // A cache that does not fit is no news for whoever starts the program.
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dyiqiao.ends-with-parent=true");

    private Launcher() {}

    public static void main(String[] args) throws InterruptedException {
        if (!JarClassPath.hasFolders()) {
            Standalone.main(args);
            return;
        }
        Process standalone;
        try {
            standalone = started(args);
        } catch (IOException | CannotStart e) {
            // Without a cache it starts as well, or says what is wrong with its settings or its data folder.
            Standalone.main(args);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            standalone.destroy();
            standalone.onExit().join();
        }));
        System.exit(standalone.waitFor());
    }

    private static Process started(String[] args) throws IOException {
        StartCache cache = StartCache.in(Settings.of(args).dataDir().resolve("start"));
        List<String> command = java();
        command.add(cache.isThere() ? "-XX:AOTCache=" + cache.file() : "-D" + FirstStart.PREPARES + "=" + cache.file());
        Class<?> main = cache.isThere() ? Standalone.class : FirstStart.class;
        command.addAll(List.of("-cp", cache.classPath(), main.getName()));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command).inheritIO().start();
    }

    static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        return command;
    }
}
