package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.load.LoadRunner;
import org.yiqiao.bench.load.TopicArrivalRecorder;
import org.yiqiao.bench.process.BenchmarkProcessLauncher;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.subject.BenchmarkServiceProcesses;
import org.yiqiao.bench.subject.BenchmarkTown;
import org.yiqiao.bench.subject.YiqiaoSubject;

/** Resident requests and the center, running with the sample town on their own broker and store. */
record MeasurementEnvironment(
        BrokerAndStoreProcesses backend,
        BenchmarkServiceProcesses services,
        List<ChildProcess> processes,
        LoadRunner loadRunner)
        implements AutoCloseable {

    static MeasurementEnvironment start(BenchmarkProcessLauncher launcher, String name)
            throws IOException, InterruptedException {
        BrokerAndStoreProcesses backend = BrokerAndStoreProcesses.start(launcher, name);
        BenchmarkServiceProcesses services = new BenchmarkServiceProcesses(backend, name);
        services.importTerritory(BenchmarkTown.territoryGeoJson());
        List<ChildProcess> processes = List.of(
                services.start(BenchmarkServiceProcesses.REQUESTS), services.start(BenchmarkServiceProcesses.CENTER));
        services.awaitRouting(BenchmarkTown.requestJson(0));
        LoadRunner load = new LoadRunner(
                services.requestSender(),
                YiqiaoSubject.rowLookup(backend),
                new TopicArrivalRecorder(backend.bootstrapServers(), YiqiaoSubject.TOPIC));
        return new MeasurementEnvironment(backend, services, processes, load);
    }

    @Override
    public void close() {
        loadRunner.topicWatcher().close();
        processes.forEach(ChildProcess::close);
        backend.close();
    }
}
