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

/** One program of the town as a process: it can be started, killed, paused and limited. Its output goes to a file. */
public final class ClusterProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final String classPath;
    private final List<String> program;
    private final Supplier<List<String>> jvmOptions;
    private final File output;
    private final BooleanSupplier serving;
    private volatile @Nullable Process process;

    /**
     * @param program main class and its arguments
     * @param jvmOptions asked at each start
     * @param serving whether it answers, asked from outside
     */
    ClusterProcess(
            String name,
            Path folder,
            String classPath,
            List<String> program,
            Supplier<List<String>> jvmOptions,
            BooleanSupplier serving) {
        this.name = name;
        this.classPath = classPath;
        this.program = List.copyOf(program);
        this.jvmOptions = jvmOptions;
        this.output = folder.resolve(name + ".out").toFile();
        this.serving = serving;
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
        if (!Await.until(PATIENCE, () -> !isAlive() || serving.getAsBoolean())) {
            throw new IllegalStateException(name + " does not serve, see " + output);
        }
        if (!isAlive()) {
            throw new IllegalStateException(name + " ended while it started, see " + output);
        }
    }

    public boolean isReady() {
        return serving.getAsBoolean();
    }

    public boolean isAlive() {
        Process present = process;
        return present != null && present.isAlive();
    }

    public long pid() {
        return requireProcess().pid();
    }

    /** As {@code kill -9}; returns when the process is gone. */
    public void kill() {
        Process present = process;
        if (present != null) {
            present.destroyForcibly().onExit().join();
        }
    }

    /** As {@code kill -15}; returns when the process is gone. */
    public void terminate() {
        requireProcess().destroy();
        requireProcess().onExit().join();
    }

    /** Waits for the process to end by itself; false if it does not. */
    public boolean awaitExit(Duration patience) {
        return Await.until(patience, () -> !isAlive());
    }

    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** From now on no file of the process can grow, as on a full disk. */
    public void fillDisk() {
        Shell.run("prlimit", "--pid", Long.toString(pid()), "--fsize=0:unlimited");
    }

    public void freeDisk() {
        if (isAlive()) {
            Shell.run("prlimit", "--pid", Long.toString(pid()), "--fsize=unlimited:unlimited");
        }
    }

    private void signal(String signal) {
        // Every shell has it built in; as a program it is not on every machine.
        Shell.run("sh", "-c", "kill -" + signal + " " + pid());
    }

    private Process requireProcess() {
        return Objects.requireNonNull(process, () -> name + " was never started");
    }
}
