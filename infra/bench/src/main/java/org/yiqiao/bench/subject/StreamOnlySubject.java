package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.load.HttpRequestSender;
import org.yiqiao.bench.load.TopicWatcher;

/** Spring Cloud Stream alone: a document and a message, with nothing that keeps the two consistent. */
public final class StreamOnlySubject implements BenchmarkSubject {

    private static final String MODULE = "infra/bench/peers/stream-only";

    @Override
    public String name() {
        return "stream-only";
    }

    @Override
    public RunningSubject start(SharedServers servers) throws InterruptedException {
        BackendServers backend = servers.backend();
        String topic = "bench." + name();
        backend.createTopic(topic);
        String[] settings = {
            "--spring.cloud.stream.kafka.binder.brokers=" + backend.bootstrapServers(),
            "--spring.mongodb.uri=" + backend.mongodbUri(),
            "--peer.topic=" + topic
        };
        PeerProcess requests = PeerProcess.start(servers.launcher(), name(), MODULE, "requests", settings);
        PeerProcess projection = PeerProcess.start(servers.launcher(), name(), MODULE, "projection", settings);
        return RunningSubject.of(
                name(),
                List.of(requests.process(), projection.process()),
                backend.store().pid(),
                new HttpRequestSender(requests.address().resolve("/api/requests"), SampleTown::requestJson),
                MongoRowLookup.of(backend.mongoClient(), "stream-only", "rows"),
                new TopicWatcher(backend.bootstrapServers(), topic));
    }
}
