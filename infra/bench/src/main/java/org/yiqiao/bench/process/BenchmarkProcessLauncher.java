package org.yiqiao.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the programs of a run with the same JVM flags.
 *
 * @param projectFolder root folder of the project
 * @param runFolder folder for the data and logs of this run
 */
public record BenchmarkProcessLauncher(Path projectFolder, Path runFolder) {

    /** A heap of 512 MB with a single-threaded collector, because the second of two cores has other work. */
    public static final List<String> JVM_FLAGS = jvmFlags("-XX:+UseSerialGC");

    /** The flags of broker and store, with collector pauses of about 30 ms. Their pauses affect every subject. */
    private static final List<String> SERVER_FLAGS = jvmFlags("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=30");

    public BenchmarkProcessLauncher {
        try {
            Files.createDirectories(runFolder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the executable jar of a module, given by its folder. */
    public ChildProcess startApplication(String name, String module, String... args) {
        List<String> program =
                new ArrayList<>(List.of("-jar", executableJar(module).toString()));
        program.addAll(Arrays.asList(args));
        return ChildProcess.startJava(name, logFile(name), JVM_FLAGS, program);
    }

    /** Starts {@code java} with the given JVM flags and arguments. */
    public ChildProcess startJava(String name, List<String> flags, String... program) {
        return ChildProcess.startJava(name, logFile(name), flags, List.of(program));
    }

    /** Starts the broker or the document store. */
    public ChildProcess startServer(String name, Class<?> main, String... args) {
        return startMain(name, SERVER_FLAGS, main, args);
    }

    /** Starts a main class of this module. */
    public ChildProcess startMain(String name, Class<?> main, String... args) {
        return startMain(name, JVM_FLAGS, main, args);
    }

    private ChildProcess startMain(String name, List<String> flags, Class<?> main, String... args) {
        List<String> program = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        program.addAll(Arrays.asList(args));
        return ChildProcess.startJava(name, logFile(name), flags, program);
    }

    /**
     * Returns the executable jar of a module.
     *
     * @throws IllegalStateException if the module has not been built
     */
    public Path executableJar(String module) {
        Path target = projectFolder.resolve(module).resolve("target");
        try (var files = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (Path file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new IllegalStateException("No executable jar in " + target, e);
        }
        throw new IllegalStateException("No executable jar in " + target);
    }

    public Path dataFolder(String name) {
        return runFolder.resolve("data").resolve(name);
    }

    private Path logFile(String name) {
        return runFolder.resolve("log").resolve(name + ".log").toAbsolutePath();
    }

    private static List<String> jvmFlags(String... collector) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xms512m",
                "-Xmx512m",
                "-Dyiqiao.ends-with-parent=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        flags.addAll(List.of(collector));
        return List.copyOf(flags);
    }
}
