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
 * @param project the folder of the whole project
 * @param folder where this run keeps data and logs
 */
public record Programs(Path project, Path folder) {

    /** Half a gigabyte, collected by one thread: on two cores the other one has work of its own. */
    public static final List<String> FLAGS = flags("-XX:+UseSerialGC");

    /** Of broker and store, whose pauses everybody feels: they are collected in pieces of 30 ms or so. */
    private static final List<String> SERVER_FLAGS = flags("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=30");

    public Programs {
        try {
            Files.createDirectories(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Spring Boot program of this project by its module's folder, from the jar that the build made of it. */
    public ChildProcess application(String name, String module, String... args) {
        List<String> program =
                new ArrayList<>(List.of("-jar", executable(module).toString()));
        program.addAll(Arrays.asList(args));
        return ChildProcess.java(name, log(name), FLAGS, program);
    }

    /** Anything that {@code java} runs, with flags of its own. */
    public ChildProcess java(String name, List<String> flags, String... program) {
        return ChildProcess.java(name, log(name), flags, List.of(program));
    }

    /** Broker or store. */
    public ChildProcess server(String name, Class<?> main, String... args) {
        return main(name, SERVER_FLAGS, main, args);
    }

    /** A main class of this module. */
    public ChildProcess main(String name, Class<?> main, String... args) {
        return main(name, FLAGS, main, args);
    }

    private ChildProcess main(String name, List<String> flags, Class<?> main, String... args) {
        List<String> program = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        program.addAll(Arrays.asList(args));
        return ChildProcess.java(name, log(name), flags, program);
    }

    /** @throws IllegalStateException if the build has not made it */
    public Path executable(String module) {
        Path target = project.resolve(module).resolve("target");
        try (var files = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (Path file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new IllegalStateException("No program in " + target, e);
        }
        throw new IllegalStateException("No program in " + target);
    }

    public Path data(String name) {
        return folder.resolve("data").resolve(name);
    }

    private Path log(String name) {
        return folder.resolve("log").resolve(name + ".log").toAbsolutePath();
    }

    private static List<String> flags(String... collector) {
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
