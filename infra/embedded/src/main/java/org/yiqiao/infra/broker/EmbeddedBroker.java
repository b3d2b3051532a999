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
 * A real Kafka broker in this JVM, which is its own controller. Topics and records stay in its directory, even if the
 * process is killed.
 *
 * <p>Kafka logs every step: set the loggers {@code kafka}, {@code org.apache.kafka} and {@code state.change.logger} to
 * WARN. Set {@code org.apache.kafka.controller.QuorumController} to ERROR, because it logs a warning at every start.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String NAME = "message broker";

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The port of the controller is free when it is chosen, but another process can take it before Kafka listens on it.
     */
    private static final int ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final String listenAddress;
    private final String bootstrapServers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(Properties settings, String listenAddress, String bootstrapServers) {
        this.listenAddress = listenAddress;
        this.bootstrapServers = bootstrapServers;
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    }

    /**
     * Starts a broker and waits until it serves clients. The first start in a directory creates and formats the
     * directory.
     *
     * @param port 0 for any free port
     * @throws org.yiqiao.infra.port.PortInUseException if another program listens on the port
     */
    public static EmbeddedBroker start(Path directory, String host, int port) {
        return start(directory, host, port, Optional.empty(), EmbeddedBroker::findFreePort);
    }

    /**
     * Starts a broker behind a proxy, otherwise like {@link #start(Path, String, int)}.
     *
     * @param advertised host and port of the proxy, to which clients connect
     */
    public static EmbeddedBroker start(Path directory, String host, int port, String advertised) {
        return start(directory, host, port, Optional.of(advertised), EmbeddedBroker::findFreePort);
    }

    static EmbeddedBroker start(
            Path directory, String host, int port, Optional<String> advertised, IntSupplier controllerPorts) {
        int freePort = FreePort.of(host, port, NAME);
        KafkaExitBlocker.install();
        Path absolute = directory.toAbsolutePath();
        BrokerDataDirectory.prepare(absolute);
        String listenAddress = BrokerSettings.clientAddress(host, freePort);
        for (int attempt = 1; ; attempt++) {
            int controller = controllerPorts.getAsInt();
            Properties settings =
                    BrokerSettings.of(absolute, host, freePort, advertised.orElse(listenAddress), controller);
            EmbeddedBroker broker = new EmbeddedBroker(settings, listenAddress, advertised.orElse(listenAddress));
            try {
                broker.server.startup();
                return broker;
            } catch (RuntimeException e) {
                broker.close();
                boolean isPortTaken = controller == freePort || !isFree(controller);
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

    /** Returns host and port for Kafka clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Returns host and port on which the broker itself listens; they differ from the bootstrap servers behind a proxy.
     */
    public String listenAddress() {
        return listenAddress;
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
