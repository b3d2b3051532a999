package org.yiqiao.bench.subject;

import java.sql.SQLException;
import java.util.List;
import org.yiqiao.bench.backend.BackendServers;
import org.yiqiao.bench.backend.PostgresServer;
import org.yiqiao.bench.load.HttpRequestSender;
import org.yiqiao.bench.load.TopicWatcher;

/**
 * Spring Modulith with its JDBC event publication registry on PostgreSQL.
 *
 * @param externalizingThreads number of threads that send events; only a single thread keeps the order of an
 *     aggregate's events
 */
public record SpringModulithSubject(String name, int externalizingThreads) implements BenchmarkSubject {

    private static final String MODULE = "infra/bench/peers/spring-modulith";

    @Override
    public RunningSubject start(SharedServers servers) throws InterruptedException, SQLException {
        BackendServers backend = servers.backend();
        PostgresServer postgres = servers.postgres();
        String database = postgres.createDatabase(name);
        String topic = "bench." + name;
        backend.createTopic(topic);
        String[] settings = {
            "--spring.kafka.bootstrap-servers=" + backend.bootstrapServers(),
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
                new TopicWatcher(backend.bootstrapServers(), topic));
    }
}
