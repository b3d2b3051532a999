package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.yiqiao.faults.check.TopicSubscription;

/** S11: consumers join every group, get partitions assigned, and leave again without committing an offset. */
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
    public void inject(FaultContext context) {
        for (int run = 0; run < context.selectBySuiteSize(1, 12); run++) {
            joinAndLeave(context.selectBySuiteSize(Duration.ofSeconds(3), Duration.ofSeconds(5)), context);
            context.addRuns(1);
        }
    }

    private static void joinAndLeave(Duration duration, FaultContext context) {
        List<KafkaConsumer<byte[], byte[]>> consumers = new ArrayList<>();
        for (TopicSubscription subscription : TopicSubscription.all()) {
            Map<String, Object> settings = new HashMap<>(context.cluster().kafkaProperties());
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.group());
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.subscribe(List.of(subscription.topic()));
            consumers.add(consumer);
        }
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            consumers.forEach(consumer -> consumer.poll(Duration.ofMillis(20)));
        }
        consumers.forEach(KafkaConsumer::close);
    }
}
