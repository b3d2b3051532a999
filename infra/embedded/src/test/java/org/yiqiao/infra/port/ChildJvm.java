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

/** Another JVM with the classes of the tests, to be killed. It ends with this one. */
public final class ChildJvm implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final BufferedReader output;

    public ChildJvm(Class<?> main, String... arguments) throws IOException {
        this(List.of(), main, arguments);
    }

    private ChildJvm(List<String> starter, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(starter);
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

    /** A process whose files cannot grow beyond that, as if the disk were full; needs bash. */
    public static ChildJvm startWithFileSizeLimit(int kibibytes, Class<?> main, String... arguments)
            throws IOException {
        return new ChildJvm(
                List.of("/bin/bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"), main, arguments);
    }

    /** Waits until the process serves; returns the address that it tells. */
    public String awaitReady() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new EOFException("The process ended before it was ready");
    }

    /** Waits until the process ends by itself; false if it does not. */
    public boolean awaitExit(Duration patience) throws InterruptedException {
        return process.waitFor(patience);
    }

    /** As kill -15; returns when the process has ended. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** As kill -9; returns when the process has ended. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
