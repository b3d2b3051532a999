package org.yiqiao.infra.broker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.yiqiao.infra.port.FreePort;
import org.yiqiao.infra.port.PortInUseException;

/**
 * A real Kafka broker in this JVM, which is its own controller; topics and records stay in its directory, also if the
 * process is killed. Kafka tells every step in the log: set the loggers {@code kafka}, {@code org.apache.kafka} and
 * {@code state.change.logger} to WARN, and {@code org.apache.kafka.controller.QuorumController}, for which every start
 * is a warning, to ERROR.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String NAME = "message broker";

    private static final String LOOPBACK = "127.0.0.1";

    /** The controller's port is free when it is chosen, and somebody else may listen on it before Kafka does. */
    private static final int ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final String listensOn;
    private final String bootstrapServers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(Properties settings, String listensOn, String bootstrapServers) {
        this.listensOn = listensOn;
        this.bootstrapServers = bootstrapServers;
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
        return start(directory, host, port, Optional.empty(), EmbeddedBroker::findFreePort);
    }

    /**
     * As {@link #start(Path, String, int)}, for a broker that stands behind a proxy.
     *
     * @param advertised host and port of the proxy, which clients are sent to
     */
    public static EmbeddedBroker start(Path directory, String host, int port, String advertised) {
        return start(directory, host, port, Optional.of(advertised), EmbeddedBroker::findFreePort);
    }

    static EmbeddedBroker start(
            Path directory, String host, int port, Optional<String> advertised, IntSupplier controllerPorts) {
        int free = FreePort.of(host, port, NAME);
        KafkaExitInterceptor.install();
        Path absolute = directory.toAbsolutePath();
        BrokerDirectory.prepare(absolute);
        String listensOn = BrokerSettings.clientAddress(host, free);
        for (int attempt = 1; ; attempt++) {
            int controller = controllerPorts.getAsInt();
            Properties settings = BrokerSettings.of(absolute, host, free, advertised.orElse(listensOn), controller);
            EmbeddedBroker broker = new EmbeddedBroker(settings, listensOn, advertised.orElse(listensOn));
            try {
                broker.server.startup();
                return broker;
            } catch (RuntimeException e) {
                broker.close();
                boolean isPortTaken = controller == free || !isFree(controller);
                if (attempt == ATTEMPTS || !isPortTaken) {
                    throw e;
                }
            }
        }
    }

    private static int findFreePort() {
        return FreePort.of(LOOPBACK, 0, NAME);
    }

    private static boolean isFree(int port) {
        try {
            return FreePort.of(LOOPBACK, port, NAME) == port;
        } catch (PortInUseException e) {
            return false;
        }
    }

    /** Host and port, for Kafka's clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Host and port that the broker itself listens on, which differs if it stands behind a proxy. */
    public String listenAddress() {
        return listensOn;
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
