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

/** S10: the dead-letter topic rejects a poison record. The record waits and becomes a dead letter after the outage. */
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
    public void inject(FaultContext context) {
        limitMessageSize(context, 100);
        String suffix = "-" + Long.toHexString(context.random().nextLong());
        PoisonRecord poison = PoisonRecord.createAll(suffix).getFirst();
        context.snapshotCollector().markInjected(poison.name());
        context.recordInjector().send(List.of(poison.record()));
        Await.sleep(context.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(15)));
        limitMessageSize(context, KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10));
        context.expect(
                Await.until(Duration.ofSeconds(40), () -> context.snapshotCollector()
                        .hasDeadLetter("RequestRows", poison.name())),
                "I7",
                "the poison record did not become a dead letter after the topic recovered");
        context.addRuns(1);
    }

    private static void limitMessageSize(FaultContext context, int bytes) {
        ConfigResource topic =
                new ConfigResource(ConfigResource.Type.TOPIC, PlatformService.RESIDENT_REQUESTS.deadLetterTopic());
        ConfigEntry entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        try (Admin admin = Admin.create(context.cluster().kafkaProperties())) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot change the topic's configuration", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
