package org.yiqiao.bench.subject;

import java.sql.SQLException;
import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.backend.PostgresServer;
import org.yiqiao.bench.load.HttpRequestSender;
import org.yiqiao.bench.load.TopicWatcher;

/**
 * Spring Modulith with its JDBC registry on PostgreSQL.
 *
 * @param externalizingThreads one keeps the order of each aggregate's events, more do not
 */
public record SpringModulithSubject(String name, int externalizingThreads) implements BenchmarkSubject {

    private static final String MODULE = "infra/bench/peers/spring-modulith";

    @Override
    public RunningSubject start(SharedServers servers) throws InterruptedException, SQLException {
        BackendServers backbone = servers.backend();
        PostgresServer postgres = servers.postgres();
        String database = postgres.createDatabase(name);
        String topic = "bench." + name;
        backbone.createTopic(topic);
        String[] settings = {
            "--spring.kafka.bootstrap-servers=" + backbone.bootstrapServers(),
            "--spring.datasource.url=" + database,
            "--peer.topic=" + topic,
            "--peer.externalizing-threads=" + externalizingThreads
        };
        PeerProcess requests = PeerProcess.start(servers.launcher(), name, MODULE, "requests", settings);
        PeerProcess projection = PeerProcess.start(servers.launcher(), name, MODULE, "projection", settings);
        return RunningSubject.of(
                name,
                List.of(requests.process(), projection.process()),
                postgres.pid(),
                new HttpRequestSender(requests.address().resolve("/api/requests"), SampleTown::requestJson),
                PostgresRowLookup.of(database),
                new TopicWatcher(backbone.bootstrapServers(), topic));
    }
}
