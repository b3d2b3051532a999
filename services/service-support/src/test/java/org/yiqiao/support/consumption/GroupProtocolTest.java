package org.yiqiao.support.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.processing.RebuildStatus;
import org.yiqiao.infra.broker.EmbeddedBroker;
import org.yiqiao.support.consumption.ConsumingApplication.Instance;
import org.yiqiao.testkit.records.AppointmentHeaders;

/**
 * Consumes with each protocol of consumer groups: alone, beside a second instance, and after an instance has left. Then
 * reads the lag and rebuilds the rows with clients of the same settings.
 */
class GroupProtocolTest {

    private static final String GROUP = "governance-center.GridChiefRows";
    private static final int POST_COUNT = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void eventsAreAppliedOnceWhileInstancesJoinAndLeave(String protocol) throws Exception {
        String argument = "--spring.kafka.properties.group.protocol=" + protocol;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), "127.0.0.1", 0);
                Instance first = ConsumingApplication.start(folder, broker.bootstrapServers(), argument)) {
            assertThat(first.probe("liveness")).isEqualTo(Status.UP);
            assertThat(first.probe("readiness")).isEqualTo(Status.UP);
            sendAppointments(broker.bootstrapServers(), 1);
            awaitEventCount(first, 1);

            try (Instance second = ConsumingApplication.start(folder, broker.bootstrapServers(), argument)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> assignedPartitionCounts(broker.bootstrapServers(), protocol)
                                .equals(List.of(6, 6)));
                sendAppointments(broker.bootstrapServers(), 2);
                awaitEventCount(second, 2);
                first.stop();
                sendAppointments(broker.bootstrapServers(), 3);
                awaitEventCount(second, 3);
                await().atMost(Duration.ofSeconds(30)).until(() -> second.lag() == 0);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> second.rebuild().state() != RebuildStatus.State.RUNNING);
                assertThat(second.rebuild())
                        .returns(RebuildStatus.State.DONE, RebuildStatus::state)
                        .returns((long) POST_COUNT, RebuildStatus::rows)
                        .returns(0L, RebuildStatus::corrected);
            }
        }
    }

    @Test
    void serviceIsNeitherLiveNorReadyIfItsBindingCannotStart() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), "127.0.0.1", 0);
                Instance instance = ConsumingApplication.start(
                        folder,
                        broker.bootstrapServers(),
                        "--spring.kafka.properties.group.protocol=consumer",
                        "--spring.kafka.properties.session.timeout.ms=10000")) {
            assertThat(instance.probe("liveness")).isEqualTo(Status.DOWN);
            assertThat(instance.probe("readiness")).isEqualTo(Status.DOWN);
        }
    }

    private static void awaitEventCount(Instance instance, int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(instance.rows()).hasSize(POST_COUNT).allMatch(row -> row.events() == count));
    }

    /** Returns the number of partitions of each member of the group; empty if the group has another protocol. */
    private static List<Integer> assignedPartitionCounts(String bootstrapServers, String protocol)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .get(GROUP)
                    .get();
            return group.type().toString().equalsIgnoreCase(protocol)
                    ? group.members().stream()
                            .map(member -> member.assignment().topicPartitions().size())
                            .toList()
                    : List.of();
        }
    }

    /** Sends the event with this sequence number for every post. */
    private static void sendAppointments(String bootstrapServers, int seq)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            for (int post = 0; post < POST_COUNT; post++) {
                producer.send(appointment("post-" + post, seq)).get();
            }
        }
    }

    private static ProducerRecord<String, String> appointment(String post, int seq) {
        var record = new ProducerRecord<>(
                PlatformService.GRID_MANAGEMENT.topic(),
                post,
                "{\"grid\":\"330109106001001\",\"person\":\"chief-%d\"}".formatted(seq));
        AppointmentHeaders.addTo(record.headers(), post, seq);
        return record;
    }
}
