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
final class ConsumerRebalanceFault implements Fault {

    @Override
    public String id() {
        return "S11";
    }

    @Override
    public String title() {
        return "consumers come and go";
    }

    @Override
    public void inject(FaultContext scene) {
        for (int run = 0; run < scene.selectBySuiteSize(1, 12); run++) {
            joinAndLeave(scene.selectBySuiteSize(Duration.ofSeconds(3), Duration.ofSeconds(5)), scene);
            scene.addRuns(1);
        }
    }

    private static void joinAndLeave(Duration stay, FaultContext scene) {
        List<KafkaConsumer<byte[], byte[]>> guests = new ArrayList<>();
        for (Subscription subscription : Subscription.all()) {
            Map<String, Object> settings = new HashMap<>(scene.cluster().kafkaProperties());
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
