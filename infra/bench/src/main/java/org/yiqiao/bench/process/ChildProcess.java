package org.yiqiao.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JVM of its own. It can be stopped in its tracks and let go on; when this program ends, however, it ends too. */
public final class ChildProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChildProcess.class);
    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Process process;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        ALIVE.add(process);
    }

    /** Starts {@code java} with the flags that are the same for all, and these; what it prints goes to the log. */
    static ChildProcess startJava(String name, Path log, List<String> jvm, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(program);
        try {
            File output = log.toFile();
            return new ChildProcess(
                    name,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(output))
                            .redirectOutput(
                                    program.contains(PIPED_ARGUMENT)
                                            ? ProcessBuilder.Redirect.PIPE
                                            : ProcessBuilder.Redirect.appendTo(output))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** An argument of programs that are talked to through their input and output. */
    public static final String PIPED_ARGUMENT = "piped";

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public BufferedWriter input() {
        return process.outputWriter(StandardCharsets.UTF_8);
    }

    public BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** Stops it in its tracks (SIGSTOP): it uses no processor until it goes on. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Asks it to end and waits; after ten seconds it is killed. */
    @Override
    public void close() {
        resume();
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(10))) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        ALIVE.remove(process);
    }

    private void kill() {
        log.warn("{} did not end when asked", name);
        process.destroyForcibly();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
