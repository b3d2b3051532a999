package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.yiqiao.faults.check.Subscription;

/** S11: consumers join every group, take partitions away, and go again without having taken a record. */
final class ComingAndGoing implements Fault {

    @Override
    public String id() {
        return "S11";
    }

    @Override
    public String title() {
        return "consumers come and go";
    }

    @Override
    public void strike(Scene scene) {
        for (int run = 0; run < scene.either(1, 12); run++) {
            comeAndGo(scene.either(Duration.ofSeconds(3), Duration.ofSeconds(5)), scene);
            scene.struck(1);
        }
    }

    private static void comeAndGo(Duration stay, Scene scene) {
        List<KafkaConsumer<byte[], byte[]>> guests = new ArrayList<>();
        for (Subscription subscription : Subscription.all()) {
            Map<String, Object> settings = new HashMap<>(scene.town().kafka());
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.group());
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            KafkaConsumer<byte[], byte[]> guest =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            guest.subscribe(List.of(subscription.topic()));
            guests.add(guest);
        }
        long end = System.nanoTime() + stay.toNanos();
        while (System.nanoTime() < end) {
            guests.forEach(guest -> guest.poll(Duration.ofMillis(20)));
        }
        guests.forEach(KafkaConsumer::close);
    }
}
