package org.yiqiao.bench.subject;

import java.io.IOException;
import java.util.List;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.load.TopicArrivalRecorder;
import org.yiqiao.bench.process.ChildProcess;

/** Yiqiao's services: resident requests accepts the commands, and the governance center makes the requests readable. */
public final class YiqiaoSubject implements BenchmarkSubject {

    public static final String TOPIC = "yiqiao.request.v1";

    @Override
    public String name() {
        return "yiqiao";
    }

    @Override
    public RunningBenchmarkSubject start(SharedBenchmarkServers servers) throws IOException, InterruptedException {
        BrokerAndStoreProcesses backend = servers.backend();
        BenchmarkServiceProcesses services = new BenchmarkServiceProcesses(backend, "yiqiao");
        services.importTerritory(BenchmarkTown.territoryGeoJson());
        ChildProcess requests = services.start(BenchmarkServiceProcesses.REQUESTS);
        ChildProcess center = services.start(BenchmarkServiceProcesses.CENTER);
        services.awaitRouting(BenchmarkTown.requestJson(0));
        return RunningBenchmarkSubject.of(
                name(),
                List.of(requests, center),
                backend.store().pid(),
                services.requestSender(),
                rowLookup(backend),
                new TopicArrivalRecorder(backend.bootstrapServers(), TOPIC));
    }

    /** Looks up the center's rows, one for each request. */
    public static MongoRowExistenceCheck rowLookup(BrokerAndStoreProcesses backend) {
        return MongoRowExistenceCheck.of(backend.mongoClient(), "yiqiao-center", "RequestRows");
    }
}
