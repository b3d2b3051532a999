package org.yiqiao.infra.broker;

import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process of its own, to be killed. */
final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] args) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), "127.0.0.1", 0);
        System.out.println(broker.bootstrapServers());
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
