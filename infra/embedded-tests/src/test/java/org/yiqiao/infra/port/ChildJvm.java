package org.yiqiao.infra.port;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the classes of the tests, which tests can kill. It ends with this JVM. */
public final class ChildJvm implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final BufferedReader output;

    public ChildJvm(Class<?> main, String... arguments) throws IOException {
        this(List.of(), main, arguments);
    }

    private ChildJvm(List<String> prefix, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dyiqiao.ends-with-parent=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process with a limit for the size of its files, as if the disk were full. Needs bash. */
    public static ChildJvm startWithFileSizeLimit(int kibibytes, Class<?> main, String... arguments)
            throws IOException {
        return new ChildJvm(
                List.of("/bin/bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"), main, arguments);
    }

    /** Waits until the process serves. Returns the address that the process prints. */
    public String awaitReady() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new EOFException("The process ended before it was ready");
    }

    /** Waits until the process ends by itself. Returns false if it does not end in time. */
    public boolean awaitExit(Duration timeout) throws InterruptedException {
        return process.waitFor(timeout);
    }

    /** Sends SIGTERM and returns when the process has ended. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** Sends SIGKILL and returns when the process has ended. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
