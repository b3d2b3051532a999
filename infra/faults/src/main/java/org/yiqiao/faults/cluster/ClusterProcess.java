package org.yiqiao.faults.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process of the cluster, which can be started, killed, suspended and limited. Its output goes to a file. */
public final class ClusterProcess {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final String name;
    private final String classPath;
    private final List<String> program;
    private final Supplier<List<String>> jvmOptions;
    private final File output;
    private final BooleanSupplier ready;
    private volatile @Nullable Process process;

    /**
     * @param program main class and its arguments
     * @param jvmOptions evaluated at each start
     * @param ready external check whether the process is ready
     */
    ClusterProcess(
            String name,
            Path folder,
            String classPath,
            List<String> program,
            Supplier<List<String>> jvmOptions,
            BooleanSupplier ready) {
        this.name = name;
        this.classPath = classPath;
        this.program = List.copyOf(program);
        this.jvmOptions = jvmOptions;
        this.output = folder.resolve(name + ".out").toFile();
        this.ready = ready;
    }

    public String name() {
        return name;
    }

    /** Starts the process and returns at once. */
    public void start(String... moreJvmOptions) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvmOptions.get());
        command.addAll(List.of(moreJvmOptions));
        command.addAll(List.of("-cp", classPath));
        command.addAll(program);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        if (!Await.until(START_TIMEOUT, () -> !isAlive() || ready.getAsBoolean())) {
            throw new IllegalStateException(name + " is not ready within " + START_TIMEOUT + ", see " + output);
        }
        if (!isAlive()) {
            throw new IllegalStateException(name + " exited during its start, see " + output);
        }
    }

    public boolean isReady() {
        return ready.getAsBoolean();
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    public long pid() {
        return requireProcess().pid();
    }

    /** Sends SIGKILL; returns when the process has exited. */
    public void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly().onExit().join();
        }
    }

    /** Sends SIGTERM; returns when the process has exited. */
    public void terminate() {
        requireProcess().destroy();
        requireProcess().onExit().join();
    }

    /** Waits for the process to exit without a signal; returns false if it still runs after the timeout. */
    public boolean awaitExit(Duration timeout) {
        return Await.until(timeout, () -> !isAlive());
    }

    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Prevents every file of the process from growing, as on a full disk. */
    public void fillDisk() {
        ExternalProgramRunner.run("prlimit", "--pid", Long.toString(pid()), "--fsize=0:unlimited");
    }

    public void freeDisk() {
        if (isAlive()) {
            ExternalProgramRunner.run("prlimit", "--pid", Long.toString(pid()), "--fsize=unlimited:unlimited");
        }
    }

    private void signal(String signal) {
        // kill is built into every shell; not every machine has it as a program.
        ExternalProgramRunner.run("sh", "-c", "kill -" + signal + " " + pid());
    }

    private Process requireProcess() {
        return Objects.requireNonNull(process, () -> name + " has not been started");
    }
}
