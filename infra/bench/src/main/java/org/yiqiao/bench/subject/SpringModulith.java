package org.yiqiao.bench.subject;

import java.sql.SQLException;
import java.util.List;
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.backbone.Postgres;
import org.yiqiao.bench.load.HttpDrive;
import org.yiqiao.bench.load.LogWatch;

/**
 * Spring Modulith with its JDBC registry on PostgreSQL.
 *
 * @param externalizingThreads one keeps the order of each aggregate's events, more do not
 */
public record SpringModulith(String name, int externalizingThreads) implements Contender {

    private static final String MODULE = "infra/bench/peers/spring-modulith";

    @Override
    public Subject start(Servers servers) throws InterruptedException, SQLException {
        Backbone backbone = servers.backbone();
        Postgres postgres = servers.postgres();
        String database = postgres.makeDatabase(name);
        String topic = "bench." + name;
        backbone.makeTopic(topic);
        String[] settings = {
            "--spring.kafka.bootstrap-servers=" + backbone.bootstrapServers(),
            "--spring.datasource.url=" + database,
            "--peer.topic=" + topic,
            "--peer.externalizing-threads=" + externalizingThreads
        };
        PeerProcess requests = PeerProcess.start(servers.programs(), name, MODULE, "requests", settings);
        PeerProcess projection = PeerProcess.start(servers.programs(), name, MODULE, "projection", settings);
        return Subject.of(
                name,
                List.of(requests.process(), projection.process()),
                postgres.pid(),
                new HttpDrive(requests.address().resolve("/api/requests"), Town::request),
                TableRows.of(database),
                new LogWatch(backbone.bootstrapServers(), topic));
    }
}
