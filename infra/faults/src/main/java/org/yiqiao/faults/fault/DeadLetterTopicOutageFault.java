package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.outbox.KafkaEventPublisher;
import org.yiqiao.faults.cluster.Await;

/** S10: the topic of dead letters takes nothing while there is poison. The poison waits, and is put aside afterwards. */
final class DeadLetterTopicOutageFault implements Fault {

    @Override
    public String id() {
        return "S10";
    }

    @Override
    public String title() {
        return "dead-letter topic too small";
    }

    @Override
    public void inject(FaultContext scene) {
        limitMessageSize(scene, 100);
        String mark = "-" + Long.toHexString(scene.random().nextLong());
        PoisonRecord poison = PoisonRecord.createAll(mark).getFirst();
        scene.snapshotCollector().markInjected(poison.name());
        scene.recordInjector().send(List.of(poison.record()));
        Await.sleep(scene.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(15)));
        limitMessageSize(scene, KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10));
        scene.expect(
                Await.until(Duration.ofSeconds(40), () -> scene.snapshotCollector()
                        .hasDeadLetter("RequestRows", poison.name())),
                "I7",
                "the poison is no dead letter after its topic is back");
        scene.addRuns(1);
    }

    private static void limitMessageSize(FaultContext scene, int bytes) {
        ConfigResource topic =
                new ConfigResource(ConfigResource.Type.TOPIC, PlatformService.RESIDENT_REQUESTS.deadLetterTopic());
        ConfigEntry entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        try (Admin admin = Admin.create(scene.cluster().kafkaProperties())) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic cannot be changed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
