package org.yiqiao.bench.subject;

import java.util.List;
import java.util.stream.Stream;
import org.yiqiao.bench.load.LoadRunner;
import org.yiqiao.bench.load.LoadSender;
import org.yiqiao.bench.load.RowExistenceCheck;
import org.yiqiao.bench.load.TopicArrivalRecorder;
import org.yiqiao.bench.machine.ProcessCpuTime;
import org.yiqiao.bench.process.ChildProcess;

/**
 * A running subject.
 *
 * @param applicationProcesses the subject's own processes; broker and store are counted separately
 */
public record RunningBenchmarkSubject(
        String name, List<ChildProcess> applicationProcesses, List<Long> storePids, LoadRunner loadRunner)
        implements AutoCloseable {

    static RunningBenchmarkSubject of(
            String name,
            List<ChildProcess> application,
            long store,
            LoadSender sender,
            RowExistenceCheck rowLookup,
            TopicArrivalRecorder topicWatcher) {
        return new RunningBenchmarkSubject(
                name, List.copyOf(application), List.of(store), new LoadRunner(sender, rowLookup, topicWatcher));
    }

    public double applicationCpuSeconds() {
        return ProcessCpuTime.of(
                applicationProcesses.stream().map(ChildProcess::pid).toList());
    }

    /** Returns the CPU seconds of the bytecode compilers in the application processes. */
    public double compilerCpuSeconds() {
        return ProcessCpuTime.ofCompilers(
                applicationProcesses.stream().map(ChildProcess::pid).toList());
    }

    public double storeCpuSeconds() {
        return ProcessCpuTime.of(storePids);
    }

    /** Suspends the subject's processes, so that they cost nothing while another subject is measured. */
    public void pause() {
        applicationProcesses.forEach(ChildProcess::pause);
    }

    public void resume() {
        applicationProcesses.forEach(ChildProcess::resume);
    }

    /** Returns the processes that have ended on their own. */
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
