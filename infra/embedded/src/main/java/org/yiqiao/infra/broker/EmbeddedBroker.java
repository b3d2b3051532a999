package org.yiqiao.infra.broker;

import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.yiqiao.infra.port.FreePort;

/**
 * A real Kafka broker in this JVM, which is its own controller; topics and records stay in its directory, also if the
 * process is killed. Kafka tells every step in the log: set the loggers {@code kafka}, {@code org.apache.kafka} and
 * {@code state.change.logger} to WARN, and {@code org.apache.kafka.controller.QuorumController}, for which every start
 * is a warning, to ERROR.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String NAME = "message broker";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(Properties settings) {
        bootstrapServers = settings.getProperty("advertised.listeners").replaceFirst(".*://", "");
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    }

    /**
     * Starts a broker and waits until it serves clients; the first time in a directory the directory is made and
     * formatted.
     *
     * @param port 0 for any free one
     * @throws org.yiqiao.infra.port.PortInUseException if something else listens there
     */
    public static EmbeddedBroker start(Path directory, String host, int port) {
        int free = FreePort.of(host, port, NAME);
        BrokerExit.leaveTheJvmAlone();
        Path absolute = directory.toAbsolutePath();
        BrokerDirectory.prepare(absolute);
        int controllerPort = FreePort.of("127.0.0.1", 0, NAME);
        EmbeddedBroker broker = new EmbeddedBroker(BrokerSettings.of(absolute, host, free, controllerPort));
        try {
            broker.server.startup();
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    /** Host and port, for Kafka's clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops serving and writes everything to disk. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
