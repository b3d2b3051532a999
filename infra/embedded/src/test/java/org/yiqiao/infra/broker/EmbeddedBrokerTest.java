package org.yiqiao.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.infra.port.ChildJvm;

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
    void aRestartKeepsTopicsRecordsAndOffsets() throws Exception {
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
            assertThat(client.topics()).as("none is made by the way").doesNotContain("unknown");
        }
    }

    @Test
    void acknowledgedRecordsSurviveAKill() throws Exception {
        Path logs = directory.resolve("made/if/absent");
        try (ChildJvm child = new ChildJvm(BrokerProcess.class, logs.toString())) {
            BrokerClient client = new BrokerClient(Objects.requireNonNull(child.readLine()));
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
    void kafkaCannotEndThisJvm() {
        BrokerExit.leaveTheJvmAlone();
        assertThatThrownBy(() -> Exit.exit(1, "for a test")).hasMessageContaining("for a test");
        assertThatThrownBy(() -> Exit.halt(1, "for a test")).hasMessageContaining("for a test");
    }
}
