package org.yiqiao.infra.broker;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;
import org.yiqiao.infra.process.CurrentServerProcess;

/** Runs a broker as its own process: {@code BrokerProcess <directory> <port> [<advertised host:port>]}. */
public final class BrokerProcess {
    private static final String HOST = "127.0.0.1";

    private BrokerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        Path directory = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        EmbeddedBroker broker = args.length > 2
                ? EmbeddedBroker.start(directory, HOST, port, args[2])
                : EmbeddedBroker.start(directory, HOST, port);
        restoreKafkaExit();
        CurrentServerProcess.serveUntilStopped(broker.bootstrapServers(), broker::close);
    }

    /**
     * Restores the default of Kafka, by which a fatal error ends the process: without its broker, this process has no
     * work.
     */
    private static void restoreKafkaExit() {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }
}
