package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.load.LoadRunner;
import org.yiqiao.bench.load.TopicWatcher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ProgramLauncher;
import org.yiqiao.bench.subject.SampleTown;
import org.yiqiao.bench.subject.ServiceProcesses;
import org.yiqiao.bench.subject.YiqiaoSubject;

/** Resident requests and the center, running with the sample town on their own broker and store. */
record RunningServices(
        BackendServers backend, ServiceProcesses services, List<ChildProcess> processes, LoadRunner loadRunner)
        implements AutoCloseable {

    static RunningServices start(ProgramLauncher launcher, String name) throws IOException, InterruptedException {
        BackendServers backend = BackendServers.start(launcher, name);
        ServiceProcesses services = new ServiceProcesses(backend, name);
        services.importTerritory(SampleTown.territoryGeoJson());
        List<ChildProcess> processes =
                List.of(services.start(ServiceProcesses.REQUESTS), services.start(ServiceProcesses.CENTER));
        services.awaitRouting(SampleTown.requestJson(0));
        LoadRunner load = new LoadRunner(
                services.requestSender(),
                YiqiaoSubject.rowLookup(backend),
                new TopicWatcher(backend.bootstrapServers(), YiqiaoSubject.TOPIC));
        return new RunningServices(backend, services, processes, load);
    }

    @Override
    public void close() {
        loadRunner.topicWatcher().close();
        processes.forEach(ChildProcess::close);
        backend.close();
    }
}
