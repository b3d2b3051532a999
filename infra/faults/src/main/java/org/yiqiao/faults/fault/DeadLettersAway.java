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
import org.yiqiao.contracts.Service;
import org.yiqiao.core.outbox.KafkaEventPublisher;
import org.yiqiao.faults.town.Await;

/** S10: the topic of dead letters takes nothing while there is poison. The poison waits, and is put aside afterwards. */
final class DeadLettersAway implements Fault {

    @Override
    public String id() {
        return "S10";
    }

    @Override
    public String title() {
        return "dead-letter topic too small";
    }

    @Override
    public void strike(Scene scene) {
        limit(scene, 100);
        String mark = "-" + Long.toHexString(scene.random().nextLong());
        Poison poison = Poison.all(mark).getFirst();
        scene.witness().planted(poison.name());
        scene.planter().plant(List.of(poison.record()));
        Await.pass(scene.either(Duration.ofSeconds(2), Duration.ofSeconds(15)));
        limit(scene, KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10));
        scene.expect(
                Await.until(Duration.ofSeconds(40), () -> scene.witness().isDeadLetter("RequestRows", poison.name())),
                "I7",
                "the poison is no dead letter after its topic is back");
        scene.struck(1);
    }

    private static void limit(Scene scene, int bytes) {
        ConfigResource topic =
                new ConfigResource(ConfigResource.Type.TOPIC, Service.RESIDENT_REQUESTS.deadLetterTopic());
        ConfigEntry entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
        try (Admin admin = Admin.create(scene.town().kafka())) {
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
