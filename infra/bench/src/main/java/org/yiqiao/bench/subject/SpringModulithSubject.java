package org.yiqiao.bench.subject;

import java.sql.SQLException;
import java.util.List;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.backend.PostgresServer;
import org.yiqiao.bench.load.HttpLoadSender;
import org.yiqiao.bench.load.TopicArrivalRecorder;

/**
 * Spring Modulith with its JDBC event publication registry on PostgreSQL.
 *
 * @param externalizingThreads number of threads that send events; only a single thread keeps the order of an
 *     aggregate's events
 */
public record SpringModulithSubject(String name, int externalizingThreads) implements BenchmarkSubject {

    private static final String MODULE = "infra/bench/peers/spring-modulith";

    @Override
    public RunningBenchmarkSubject start(SharedBenchmarkServers servers) throws InterruptedException, SQLException {
        BrokerAndStoreProcesses backend = servers.backend();
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
        ComparedSystemProcess requests =
                ComparedSystemProcess.start(servers.launcher(), name, MODULE, "requests", settings);
        ComparedSystemProcess projection =
                ComparedSystemProcess.start(servers.launcher(), name, MODULE, "projection", settings);
        return RunningBenchmarkSubject.of(
                name,
                List.of(requests.process(), projection.process()),
                postgres.pid(),
                new HttpLoadSender(requests.address().resolve("/api/requests"), BenchmarkTown::requestJson),
                PostgresRowExistenceCheck.of(database),
                new TopicArrivalRecorder(backend.bootstrapServers(), topic));
    }
}
