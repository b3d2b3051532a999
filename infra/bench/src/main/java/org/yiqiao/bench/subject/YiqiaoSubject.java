package org.yiqiao.bench.subject;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.load.TopicWatcher;
import org.yiqiao.bench.process.ChildProcess;

/** The real services: resident requests take the commands, the governance center makes them readable. */
public final class YiqiaoSubject implements BenchmarkSubject {

    public static final String TOPIC = "yiqiao.request.v1";

    @Override
    public String name() {
        return "yiqiao";
    }

    @Override
    public RunningSubject start(SharedServers servers) throws IOException, InterruptedException {
        BackendServers backbone = servers.backend();
        ServiceProcesses services = new ServiceProcesses(backbone, "yiqiao");
        services.importTerritory(SampleTown.territoryGeoJson());
        ChildProcess requests = services.start(ServiceProcesses.REQUESTS);
        ChildProcess center = services.start(ServiceProcesses.CENTER);
        services.awaitRouting(SampleTown.requestJson(0));
        return RunningSubject.of(
                name(),
                List.of(requests, center),
                backbone.store().pid(),
                services.requestSender(),
                rowLookup(backbone),
                new TopicWatcher(backbone.bootstrapServers(), TOPIC));
    }

    /** The center's rows, one for each request. */
    public static MongoRowLookup rowLookup(BackendServers backbone) {
        return MongoRowLookup.of(backbone.mongoClient(), "yiqiao-center", "RequestRows");
    }
}
