package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.load.HttpLoadSender;
import org.yiqiao.bench.load.TopicArrivalRecorder;

/** Spring Cloud Stream alone: a document and a message, with nothing that keeps the two consistent. */
public final class SpringCloudStreamSubject implements BenchmarkSubject {

    private static final String MODULE = "infra/bench/peers/stream-only";

    @Override
    public String name() {
        return "stream-only";
    }

    @Override
    public RunningBenchmarkSubject start(SharedBenchmarkServers servers) throws InterruptedException {
        BrokerAndStoreProcesses backend = servers.backend();
        String topic = "bench." + name();
        backend.createTopic(topic);
        String[] settings = {
            "--spring.cloud.stream.kafka.binder.brokers=" + backend.bootstrapServers(),
            "--spring.mongodb.uri=" + backend.mongodbUri(),
            "--peer.topic=" + topic
        };
        ComparedSystemProcess requests =
                ComparedSystemProcess.start(servers.launcher(), name(), MODULE, "requests", settings);
        ComparedSystemProcess projection =
                ComparedSystemProcess.start(servers.launcher(), name(), MODULE, "projection", settings);
        return RunningBenchmarkSubject.of(
                name(),
                List.of(requests.process(), projection.process()),
                backend.store().pid(),
                new HttpLoadSender(requests.address().resolve("/api/requests"), BenchmarkTown::requestJson),
                MongoRowExistenceCheck.of(backend.mongoClient(), "stream-only", "rows"),
                new TopicArrivalRecorder(backend.bootstrapServers(), topic));
    }
}
