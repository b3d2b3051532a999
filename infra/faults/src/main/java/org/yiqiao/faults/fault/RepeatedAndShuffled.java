package org.yiqiao.faults.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** S8: events arrive up to five times, old ones too, and those of one aggregate in any order. */
final class RepeatedAndShuffled implements Fault {

    @Override
    public String id() {
        return "S8";
    }

    @Override
    public String title() {
        return "repeated and shuffled events";
    }

    @Override
    public void strike(Scene scene) {
        for (int run = 0; run < scene.either(1, 5); run++) {
            repeat(scene);
            shuffle(scene, "shuffled-" + Long.toHexString(scene.random().nextLong()));
            scene.struck(1);
        }
    }

    private static void repeat(Scene scene) {
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : scene.planter().latest(40)) {
            again.addAll(Collections.nCopies(1 + scene.random().nextInt(5), record));
        }
        Collections.shuffle(again, scene.random());
        scene.planter().plant(again);
    }

    private static void shuffle(Scene scene, String subject) {
        scene.witness().planted(subject);
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(LongStream.rangeClosed(1, 8)
                .mapToObj(seq -> seq == 1 ? Events.submitted(subject) : Events.routed(subject, seq))
                .toList());
        Collections.shuffle(events, scene.random());
        scene.planter().plant(events);
        scene.expect(scene.isVisible(subject, 8), "I5", "of " + subject + " not all shuffled events were taken");
    }
}
