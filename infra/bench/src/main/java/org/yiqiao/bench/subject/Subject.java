package org.yiqiao.bench.subject;

import java.util.List;
import java.util.stream.Stream;
import org.yiqiao.bench.load.Drive;
import org.yiqiao.bench.load.Load;
import org.yiqiao.bench.load.LogWatch;
import org.yiqiao.bench.load.Rows;
import org.yiqiao.bench.machine.CpuTime;
import org.yiqiao.bench.process.ChildProcess;

/**
 * One of those that are measured, running.
 *
 * @param application its own processes; the broker and the store are counted apart
 */
public record Subject(String name, List<ChildProcess> application, List<Long> store, Load load)
        implements AutoCloseable {

    static Subject of(String name, List<ChildProcess> application, long store, Drive drive, Rows rows, LogWatch log) {
        return new Subject(name, List.copyOf(application), List.of(store), new Load(drive, rows, log));
    }

    public double applicationCpu() {
        return CpuTime.of(application.stream().map(ChildProcess::pid).toList());
    }

    /** What compilers of bytecode took of the application's. */
    public double compilerCpu() {
        return CpuTime.ofCompilers(application.stream().map(ChildProcess::pid).toList());
    }

    public double storeCpu() {
        return CpuTime.of(store);
    }

    /** Stops its processes in their tracks, so that they cost nothing while another one is measured. */
    public void pause() {
        application.forEach(ChildProcess::pause);
    }

    public void goOn() {
        application.forEach(ChildProcess::goOn);
    }

    /** Whether one of its processes has ended by itself. */
    public Stream<ChildProcess> ended() {
        return application.stream().filter(process -> !process.isAlive());
    }

    @Override
    public void close() {
        application.forEach(ChildProcess::goOn);
        load.log().close();
        load.drive().close();
        application.forEach(ChildProcess::close);
    }
}
