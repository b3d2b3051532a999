package org.yiqiao.bench.subject;

import java.util.List;
import java.util.stream.Stream;
import org.yiqiao.bench.load.LoadRunner;
import org.yiqiao.bench.load.RequestSender;
import org.yiqiao.bench.load.RowLookup;
import org.yiqiao.bench.load.TopicWatcher;
import org.yiqiao.bench.machine.CpuTime;
import org.yiqiao.bench.process.ChildProcess;

/**
 * One of those that are measured, running.
 *
 * @param applicationProcesses its own processes; the broker and the store are counted apart
 */
public record RunningSubject(
        String name, List<ChildProcess> applicationProcesses, List<Long> storePids, LoadRunner loadRunner)
        implements AutoCloseable {

    static RunningSubject of(
            String name,
            List<ChildProcess> application,
            long store,
            RequestSender drive,
            RowLookup rows,
            TopicWatcher log) {
        return new RunningSubject(name, List.copyOf(application), List.of(store), new LoadRunner(drive, rows, log));
    }

    public double applicationCpuSeconds() {
        return CpuTime.of(applicationProcesses.stream().map(ChildProcess::pid).toList());
    }

    /** What compilers of bytecode took of the application's. */
    public double compilerCpuSeconds() {
        return CpuTime.ofCompilers(
                applicationProcesses.stream().map(ChildProcess::pid).toList());
    }

    public double storeCpuSeconds() {
        return CpuTime.of(storePids);
    }

    /** Stops its processes in their tracks, so that they cost nothing while another one is measured. */
    public void pause() {
        applicationProcesses.forEach(ChildProcess::pause);
    }

    public void resume() {
        applicationProcesses.forEach(ChildProcess::resume);
    }

    /** Whether one of its processes has ended by itself. */
    public Stream<ChildProcess> endedProcesses() {
        return applicationProcesses.stream().filter(process -> !process.isAlive());
    }

    @Override
    public void close() {
        applicationProcesses.forEach(ChildProcess::resume);
        loadRunner.topicWatcher().close();
        loadRunner.sender().close();
        applicationProcesses.forEach(ChildProcess::close);
    }
}
