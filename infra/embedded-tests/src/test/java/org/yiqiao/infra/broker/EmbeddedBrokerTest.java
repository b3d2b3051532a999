package org.yiqiao.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.infra.port.ChildJvm;
import org.yiqiao.infra.port.FreePort;
import org.yiqiao.infra.port.TcpProxy;

class EmbeddedBrokerTest {
    @TempDir
    private Path directory;

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(directory.resolve("made/if/absent"), "127.0.0.1", 0);
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void topicsRecordsAndOffsetsSurviveARestart() throws Exception {
        try (EmbeddedBroker broker = start()) {
            BrokerClient client = new BrokerClient(broker.bootstrapServers());
            assertThat(client.topics()).isEmpty();
            client.createTopic("events", 4);
            client.send("events", values(0, 100));
            assertThat(client.read("events", "group", 100)).containsExactlyInAnyOrderElementsOf(values(0, 100));
        }
        try (EmbeddedBroker broker = start()) {
            BrokerClient client = new BrokerClient(broker.bootstrapServers());
            assertThat(client.topics()).contains("events");
            client.send("events", values(100, 120));
            assertThat(client.read("events", "group", 20)).containsExactlyInAnyOrderElementsOf(values(100, 120));
            assertThat(client.read("events", "other", 120)).containsExactlyInAnyOrderElementsOf(values(0, 120));

            String large = "x".repeat(7 << 20);
            client.send("events", List.of(large));
            assertThat(client.read("events", "group", 1)).containsExactly(large);
            assertThatThrownBy(() -> client.send("unknown", List.of("x"), Duration.ofSeconds(1)))
                    .hasMessageContaining("unknown");
            assertThat(client.topics()).as("no topic is created implicitly").doesNotContain("unknown");
        }
    }

    @Test
    void acknowledgedRecordsSurviveAKill() throws Exception {
        Path logs = directory.resolve("made/if/absent");
        try (ChildJvm child = new ChildJvm(BrokerProcess.class, logs.toString(), "0")) {
            BrokerClient client = new BrokerClient(child.awaitReady());
            client.createTopic("events", 2);
            client.send("events", values(0, 500));
            child.kill();
        }
        try (EmbeddedBroker broker = start()) {
            BrokerClient client = new BrokerClient(broker.bootstrapServers());
            assertThat(client.read("events", "group", 500)).containsExactlyInAnyOrderElementsOf(values(0, 500));
        }
    }

    @Test
    void clientsConnectToTheAdvertisedAddress() throws Exception {
        try (TcpProxy proxy = new TcpProxy();
                EmbeddedBroker broker = EmbeddedBroker.start(directory, "127.0.0.1", 0, proxy.address())) {
            assertThat(broker.bootstrapServers()).isEqualTo(proxy.address()).isNotEqualTo(broker.listenAddress());
            proxy.forwardTo(broker.listenAddress());
            BrokerClient client = new BrokerClient(broker.listenAddress());
            client.createTopic("events", 1);
            client.send("events", values(0, 10));
            assertThat(client.read("events", "group", 10)).containsExactlyElementsOf(values(0, 10));
            assertThat(proxy.connectionCount()).isPositive();
        }
    }

    @Test
    void consumerReadsOnlyCommittedTransactions() throws Exception {
        try (EmbeddedBroker broker = start()) {
            BrokerClient client = new BrokerClient(broker.bootstrapServers());
            client.createTopic("events", 2);
            client.sendInTransaction("events", values(0, 10), KafkaProducer::abortTransaction);
            client.sendInTransaction("events", values(10, 20), KafkaProducer::commitTransaction);
            assertThat(client.read("events", "group", 10)).containsExactlyInAnyOrderElementsOf(values(10, 20));
        }
    }

    @Test
    void shareGroupReadsEveryRecord() throws Exception {
        try (EmbeddedBroker broker = start()) {
            BrokerClient client = new BrokerClient(broker.bootstrapServers());
            client.createTopic("events", 2);
            client.send("events", values(0, 100));
            client.startShareGroupAtBeginning("share-group");
            assertThat(client.readShared("events", "share-group", 100))
                    .containsExactlyInAnyOrderElementsOf(values(0, 100));
        }
    }

    @Test
    void startRetriesWithAnotherControllerPort() throws Exception {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PrimitiveIterator.OfInt ports = IntStream.of(
                            occupied.getLocalPort(), FreePort.of("127.0.0.1", 0, "controller"))
                    .iterator();
            try (EmbeddedBroker broker =
                    EmbeddedBroker.start(directory, "127.0.0.1", 0, Optional.empty(), ports::nextInt)) {
                assertThat(new BrokerClient(broker.bootstrapServers()).topics()).isEmpty();
                assertThat(ports.hasNext()).isFalse();
            }
        }
    }

    @Test
    void fatalBrokerErrorDoesNotEndTheJvm() {
        KafkaExitBlocker.install();
        assertThatThrownBy(() -> Exit.exit(1, "for a test")).hasMessageContaining("for a test");
        assertThatThrownBy(() -> Exit.halt(1, "for a test")).hasMessageContaining("for a test");
    }
}
