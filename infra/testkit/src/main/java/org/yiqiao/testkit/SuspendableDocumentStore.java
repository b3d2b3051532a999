package org.yiqiao.testkit;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.yiqiao.infra.store.DocumentStoreProcess;

/** A document store in its own process that tests can suspend: its port then stays open, but nothing answers. */
public final class SuspendableDocumentStore implements AutoCloseable {

    private static final String READY = "ready ";

    private final Process process;
    private final String uri;

    public SuspendableDocumentStore(Path file) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dyiqiao.ends-with-parent=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DocumentStoreProcess.class.getName(),
                        file.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        uri = awaitReady();
    }

    public String uri() {
        return uri;
    }

    /**
     * Suspends the process and returns once all its threads have stopped, because the signal itself is asynchronous.
     * Returns at once on systems without {@code /proc}.
     */
    public void suspend() throws IOException, InterruptedException {
        long pid = process.pid();
        runShell("kill -STOP " + pid + " && while grep -L ') T ' /proc/" + pid
                + "/task/*/stat 2>/dev/null | grep -q .; do :; done");
    }

    public void resume() throws IOException, InterruptedException {
        runShell("kill -CONT " + process.pid());
    }

    private static void runShell(String command) throws IOException, InterruptedException {
        int status = new ProcessBuilder("sh", "-c", command).start().waitFor();
        if (status != 0) {
            throw new IOException("Command failed: " + command);
        }
    }

    private String awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new EOFException("The store process ended before it was ready");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
