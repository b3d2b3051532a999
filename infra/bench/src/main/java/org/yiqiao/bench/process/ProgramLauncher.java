package org.yiqiao.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the programs of a run, all with the same flags.
 *
 * @param projectFolder the folder of the whole project
 * @param runFolder where this run keeps data and logs
 */
public record ProgramLauncher(Path projectFolder, Path runFolder) {

    /** Half a gigabyte, collected by one thread: on two cores the other one has work of its own. */
    public static final List<String> JVM_FLAGS = jvmFlags("-XX:+UseSerialGC");

    /** Of broker and store, whose pauses everybody feels: they are collected in pieces of 30 ms or so. */
    private static final List<String> SERVER_FLAGS = jvmFlags("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=30");

    public ProgramLauncher {
        try {
            Files.createDirectories(runFolder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Spring Boot program of this project by its module's folder, from the jar that the build made of it. */
    public ChildProcess startApplication(String name, String module, String... args) {
        List<String> program =
                new ArrayList<>(List.of("-jar", executableJar(module).toString()));
        program.addAll(Arrays.asList(args));
        return ChildProcess.startJava(name, logFile(name), JVM_FLAGS, program);
    }

    /** Anything that {@code java} runs, with flags of its own. */
    public ChildProcess startJava(String name, List<String> flags, String... program) {
        return ChildProcess.startJava(name, logFile(name), flags, List.of(program));
    }

    /** Broker or store. */
    public ChildProcess startServer(String name, Class<?> main, String... args) {
        return startMain(name, SERVER_FLAGS, main, args);
    }

    /** A main class of this module. */
    public ChildProcess startMain(String name, Class<?> main, String... args) {
        return startMain(name, JVM_FLAGS, main, args);
    }

    private ChildProcess startMain(String name, List<String> flags, Class<?> main, String... args) {
        List<String> program = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        program.addAll(Arrays.asList(args));
        return ChildProcess.startJava(name, logFile(name), flags, program);
    }

    /** @throws IllegalStateException if the build has not made it */
    public Path executableJar(String module) {
        Path target = projectFolder.resolve(module).resolve("target");
        try (var files = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (Path file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new IllegalStateException("No program in " + target, e);
        }
        throw new IllegalStateException("No program in " + target);
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
