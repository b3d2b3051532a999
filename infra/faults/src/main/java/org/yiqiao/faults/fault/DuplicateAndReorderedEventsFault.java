package org.yiqiao.faults.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** S8: recent events are repeated up to five times, and the events of one aggregate arrive in random order. */
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
    public void inject(FaultContext context) {
        for (int run = 0; run < context.selectBySuiteSize(1, 5); run++) {
            sendDuplicates(context);
            sendShuffled(
                    context, "shuffled-" + Long.toHexString(context.random().nextLong()));
            context.addRuns(1);
        }
    }

    private static void sendDuplicates(FaultContext context) {
        List<ProducerRecord<byte[], byte[]>> duplicates = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : context.recordInjector().readLatest(40)) {
            duplicates.addAll(Collections.nCopies(1 + context.random().nextInt(5), record));
        }
        Collections.shuffle(duplicates, context.random());
        context.recordInjector().send(duplicates);
    }

    private static void sendShuffled(FaultContext context, String subject) {
        context.snapshotCollector().markInjected(subject);
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(LongStream.rangeClosed(1, 8)
                .mapToObj(seq -> seq == 1 ? InjectedEvents.submitted(subject) : InjectedEvents.routed(subject, seq))
                .toList());
        Collections.shuffle(events, context.random());
        context.recordInjector().send(events);
        context.expect(
                context.awaitVisible(subject, 8), "I5", "not all shuffled events of " + subject + " were applied");
    }
}
