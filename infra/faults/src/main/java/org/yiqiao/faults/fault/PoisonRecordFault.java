package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;

/**
 * S9: records that cannot be processed, on several partitions at the same time. They must not delay other records, and
 * a corrected event must be applied.
 */
final class PoisonRecordFault implements Fault {

    private static final int HUGE_TEXT_LENGTH = 7_900_000;

    @Override
    public String id() {
        return "S9";
    }

    @Override
    public String title() {
        return "poisoned records";
    }

    @Override
    public void inject(FaultContext context) {
        for (int run = 0; run < context.selectBySuiteSize(1, 3); run++) {
            String suffix = "-" + Long.toHexString(context.random().nextLong());
            List<PoisonRecord> poison = PoisonRecord.createAll(suffix);
            poison.forEach(poisonRecord -> context.snapshotCollector().markInjected(poisonRecord.name()));
            poison.forEach(poisonRecord -> context.recordInjector()
                    .send(List.of(poisonRecord.record(), InjectedEvents.routed(poisonRecord.name(), 2))));
            context.recordInjector().send(PoisonRecord.unreadableRecords());
            sendHugeEvent(context, "huge" + suffix);
            expectOtherRequestsVisible(context);
            poison.forEach(poisonRecord -> expectDeadLetter(context, poisonRecord));
            sendCorrectedEvent(context, poison.getFirst());
            context.addRuns(1);
        }
    }

    private static void sendHugeEvent(FaultContext context, String subject) {
        context.snapshotCollector().markInjected(subject);
        context.recordInjector()
                .send(List.of(RecordInjector.eventRecord(
                        subject,
                        1,
                        "RequestSubmitted",
                        InjectedEvents.SUBMITTED.replace("Planted", "x".repeat(HUGE_TEXT_LENGTH)))));
        context.expect(context.awaitVisible(subject, 1), "I7", "the largest permitted event was not applied");
    }

    /** Expects requests of all partitions to become visible in spite of the poison records. */
    private static void expectOtherRequestsVisible(FaultContext context) {
        List<@Nullable String> ids = Stream.generate(context::submitRequest)
                .limit(PlatformService.PARTITION_COUNT)
                .toList();
        for (String id : ids) {
            context.expect(id != null && context.awaitVisible(id, 1), "I9", "a poison record delays request " + id);
        }
    }

    private static void expectDeadLetter(FaultContext context, PoisonRecord poison) {
        context.expect(
                Await.until(Duration.ofSeconds(20), () -> context.snapshotCollector()
                        .hasDeadLetter("RequestRows", poison.name())),
                "I7",
                "poison record " + poison.name() + " did not become a dead letter");
    }

    /** Sends the same event, corrected by its publisher. Expects this event and its parked successor to be applied. */
    private static void sendCorrectedEvent(FaultContext context, PoisonRecord poison) {
        context.recordInjector().send(List.of(InjectedEvents.submitted(poison.name())));
        context.expect(
                context.awaitVisible(poison.name(), 2), "I8", poison.name() + " was not applied after its correction");
        ServiceHttpClient.ServiceResponse replayed = context.post(
                PlatformService.GOVERNANCE_CENTER, "/api/operations/subscribers/RequestRows/replay-dead-letters", "{}");
        context.expect(
                replayed != null && replayed.isSuccess(), "I8", "the replay of dead letters failed: " + replayed);
    }
}
