package org.yiqiao.bench.subject;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.load.TopicWatcher;
import org.yiqiao.bench.process.ChildProcess;

/** Yiqiao's services: resident requests accepts the commands, and the governance center makes the requests readable. */
public final class YiqiaoSubject implements BenchmarkSubject {

    public static final String TOPIC = "yiqiao.request.v1";

    @Override
    public String name() {
        return "yiqiao";
    }

    @Override
    public RunningSubject start(SharedServers servers) throws IOException, InterruptedException {
        BackendServers backend = servers.backend();
        ServiceProcesses services = new ServiceProcesses(backend, "yiqiao");
        services.importTerritory(SampleTown.territoryGeoJson());
        ChildProcess requests = services.start(ServiceProcesses.REQUESTS);
        ChildProcess center = services.start(ServiceProcesses.CENTER);
        services.awaitRouting(SampleTown.requestJson(0));
        return RunningSubject.of(
                name(),
                List.of(requests, center),
                backend.store().pid(),
                services.requestSender(),
                rowLookup(backend),
                new TopicWatcher(backend.bootstrapServers(), TOPIC));
    }

    /** Looks up the center's rows, one for each request. */
    public static MongoRowLookup rowLookup(BackendServers backend) {
        return MongoRowLookup.of(backend.mongoClient(), "yiqiao-center", "RequestRows");
    }
}
