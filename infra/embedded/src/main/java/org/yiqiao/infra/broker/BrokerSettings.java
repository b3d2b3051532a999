package org.yiqiao.infra.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of Kafka: one node that is broker and controller, on a machine that also does other work. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "PLAINTEXT";
    private static final int LARGEST_MESSAGE = 8 << 20;

    private BrokerSettings() {}

    /** @param advertised host and port to which clients connect */
    static Properties of(Path directory, String host, int port, String advertised, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                directory.toString(),
                "listeners",
                CLIENT_LISTENER + "://" + host + ":" + port + "," + CONTROLLER_LISTENER + "://127.0.0.1:"
                        + controllerPort,
                "advertised.listeners",
                CLIENT_LISTENER + "://" + advertised,
                "listener.security.protocol.map",
                CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "inter.broker.listener.name",
                CLIENT_LISTENER,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@127.0.0.1:" + controllerPort));
        settings.putAll(TOPICS);
        settings.putAll(INTERNAL_TOPICS);
        settings.putAll(GROUPS);
        settings.putAll(RESOURCE_LIMITS);
        settings.putAll(QUIET);
        settings.putAll(RESTART);
        return settings;
    }

    /** Returns the address at which clients reach a listener; they cannot connect to a wildcard address. */
    static String clientAddress(String host, int port) {
        return (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
    }

    private static final Map<String, String> TOPICS = Map.of(
            "auto.create.topics.enable",
            "false",
            "log.retention.ms",
            "-1",
            "message.max.bytes",
            Integer.toString(LARGEST_MESSAGE),
            "replica.fetch.max.bytes",
            Integer.toString(LARGEST_MESSAGE));

    /** One node holds the only replica of each internal topic. Kafka's defaults need three nodes. */
    private static final Map<String, String> INTERNAL_TOPICS = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "8",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "4");

    /** A killed consumer keeps its partitions for ten seconds, as with the classic protocol. */
    private static final Map<String, String> GROUPS = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "group.consumer.min.session.timeout.ms", "10000",
            "group.consumer.session.timeout.ms", "10000",
            "group.consumer.min.heartbeat.interval.ms", "1000",
            "group.consumer.heartbeat.interval.ms", "2000");

    /**
     * Limits of threads and memory. Kafka allocates index files at their maximum size; this size suffices for the
     * segments.
     */
    private static final Map<String, String> RESOURCE_LIMITS = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("num.replica.fetchers", "1"),
            Map.entry("background.threads", "1"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("share.coordinator.threads", "1"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            Map.entry("log.cleaner.io.buffer.size", Integer.toString(128 << 10)),
            Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
            Map.entry("log.index.size.max.bytes", Integer.toString(512 << 10)));

    /**
     * After a kill, the controller considers the killed broker alive, and rejects the new one, until the session
     * timeout.
     */
    private static final Map<String, String> RESTART = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "controller.quorum.append.linger.ms", "0");

    /** Disables JMX beans, and records of the controller that only report that nothing happened. */
    private static final Map<String, String> QUIET = Map.of(
            "metric.reporters", "",
            "metrics.jmx.exclude", ".*",
            "metadata.max.idle.interval.ms", "0");
}
