package org.yiqiao.bench.subject;

import java.util.List;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.load.HttpDrive;
import org.yiqiao.bench.load.LogWatch;

/** Spring Cloud Stream alone: a document and a message, and nothing that keeps the two together. */
public final class StreamOnly implements Contender {

    private static final String MODULE = "infra/bench/peers/stream-only";

    @Override
    public String name() {
        return "stream-only";
    }

    @Override
    public Subject start(Servers servers) throws InterruptedException {
        Backbone backbone = servers.backbone();
        String topic = "bench." + name();
        backbone.makeTopic(topic);
        String[] settings = {
            "--spring.cloud.stream.kafka.binder.brokers=" + backbone.bootstrapServers(),
            "--spring.mongodb.uri=" + backbone.mongodbUri(),
            "--peer.topic=" + topic
        };
        PeerProcess requests = PeerProcess.start(servers.programs(), name(), MODULE, "requests", settings);
        PeerProcess projection = PeerProcess.start(servers.programs(), name(), MODULE, "projection", settings);
        return Subject.of(
                name(),
                List.of(requests.process(), projection.process()),
                backbone.store().pid(),
                new HttpDrive(requests.address().resolve("/api/requests"), Town::request),
                DocumentRows.of(backbone.client(), "stream-only", "rows"),
                new LogWatch(backbone.bootstrapServers(), topic));
    }
}
