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

/** A separate JVM, which can be suspended and resumed. It ends with this program in any case. */
public final class ChildProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChildProcess.class);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Process process;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        RUNNING.add(process);
    }

    /**
     * Starts {@code java} with these JVM flags and arguments. Its output goes to the log file, unless {@link
     * #PIPED_ARGUMENT} is among the arguments: then standard output is a pipe.
     */
    static ChildProcess startJava(String name, Path logFile, List<String> jvmFlags, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(program);
        try {
            File output = logFile.toFile();
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

    /** The argument of programs that communicate through standard input and output. */
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

    /** Suspends the process (SIGSTOP). It uses no CPU time until {@link #resume()}. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Asks the process to end, and kills it after ten seconds. */
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
        RUNNING.remove(process);
    }

    private void kill() {
        log.warn("{} did not end when asked; killing it", name);
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
