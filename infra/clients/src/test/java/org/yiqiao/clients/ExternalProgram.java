package org.yiqiao.clients;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A program that a test runs.
 *
 * @param folder working directory
 * @param environment variables in addition to those of this process
 */
record ExternalProgram(Path folder, Map<String, String> environment, List<String> command) {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    ExternalProgram(Path folder, String... command) {
        this(folder, Map.of(), List.of(command));
    }

    /** Returns whether a program is on the path of this machine. */
    static boolean isInstalled(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** Returns the launcher of the JVM that runs this test. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs the program to its end and returns its output.
     *
     * @throws AssertionError with the output if the exit status is not zero
     */
    String run() throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        Process process = builder().redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(
                    (ended ? "Status " + process.exitValue() : "No end") + " of " + command + "\n" + text);
        }
        return text;
    }

    /** Passes each line of the output to a reader, and stops the program when the reader has enough. */
    void readLines(Predicate<String> isEnough) throws IOException {
        Process process = builder().start();
        Thread timeout = Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isEnough.test(line)) {
                    return;
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            timeout.interrupt();
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }
}
