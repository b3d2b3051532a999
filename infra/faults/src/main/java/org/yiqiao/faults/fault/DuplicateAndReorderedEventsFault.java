package org.yiqiao.faults.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** S8: events arrive up to five times, old ones too, and those of one aggregate in any order. */
final class DuplicateAndReorderedEventsFault implements Fault {

    @Override
    public String id() {
        return "S8";
    }

    @Override
    public String title() {
        return "repeated and shuffled events";
    }

    @Override
    public void inject(FaultContext scene) {
        for (int run = 0; run < scene.selectBySuiteSize(1, 5); run++) {
            sendDuplicates(scene);
            sendShuffled(scene, "shuffled-" + Long.toHexString(scene.random().nextLong()));
            scene.addRuns(1);
        }
    }

    private static void sendDuplicates(FaultContext scene) {
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : scene.recordInjector().readLatest(40)) {
            again.addAll(Collections.nCopies(1 + scene.random().nextInt(5), record));
        }
        Collections.shuffle(again, scene.random());
        scene.recordInjector().send(again);
    }

    private static void sendShuffled(FaultContext scene, String subject) {
        scene.snapshotCollector().markInjected(subject);
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(LongStream.rangeClosed(1, 8)
                .mapToObj(seq -> seq == 1 ? InjectedEvents.submitted(subject) : InjectedEvents.routed(subject, seq))
                .toList());
        Collections.shuffle(events, scene.random());
        scene.recordInjector().send(events);
        scene.expect(scene.awaitVisible(subject, 8), "I5", "of " + subject + " not all shuffled events were taken");
    }
}
