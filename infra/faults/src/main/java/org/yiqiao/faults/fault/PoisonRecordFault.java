package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;

/** S9: records that cannot be taken, several partitions at once. They delay nobody else, and a mended one heals. */
final class PoisonRecordFault implements Fault {

    private static final int HUGE = 7_900_000;

    @Override
    public String id() {
        return "S9";
    }

    @Override
    public String title() {
        return "poisoned records";
    }

    @Override
    public void inject(FaultContext scene) {
        for (int run = 0; run < scene.selectBySuiteSize(1, 3); run++) {
            String mark = "-" + Long.toHexString(scene.random().nextLong());
            List<PoisonRecord> poison = PoisonRecord.createAll(mark);
            poison.forEach(one -> scene.snapshotCollector().markInjected(one.name()));
            poison.forEach(
                    one -> scene.recordInjector().send(List.of(one.record(), InjectedEvents.routed(one.name(), 2))));
            scene.recordInjector().send(PoisonRecord.unreadableRecords());
            sendHugeEvent(scene, "huge" + mark);
            expectOtherRequestsVisible(scene);
            poison.forEach(one -> expectDeadLetter(scene, one));
            sendCorrectedEvent(scene, poison.getFirst());
            scene.addRuns(1);
        }
    }

    private static void sendHugeEvent(FaultContext scene, String subject) {
        scene.snapshotCollector().markInjected(subject);
        scene.recordInjector()
                .send(List.of(RecordInjector.eventRecord(
                        subject,
                        1,
                        "RequestSubmitted",
                        InjectedEvents.SUBMITTED.replace("Planted", "x".repeat(HUGE)))));
        scene.expect(scene.awaitVisible(subject, 1), "I7", "the largest event that fits was not taken");
    }

    /** While the poison is there, requests of all partitions come through. */
    private static void expectOtherRequestsVisible(FaultContext scene) {
        List<@Nullable String> ids = Stream.generate(scene::submitRequest)
                .limit(PlatformService.PARTITION_COUNT)
                .toList();
        for (String id : ids) {
            scene.expect(id != null && scene.awaitVisible(id, 1), "I9", "a poisoned record delays the request " + id);
        }
    }

    private static void expectDeadLetter(FaultContext scene, PoisonRecord poison) {
        scene.expect(
                Await.until(Duration.ofSeconds(20), () -> scene.snapshotCollector()
                        .hasDeadLetter("RequestRows", poison.name())),
                "I7",
                "the poison " + poison.name() + " is no dead letter");
    }

    /** The same event, mended by its publisher: it and what waited for it are taken. */
    private static void sendCorrectedEvent(FaultContext scene, PoisonRecord poison) {
        scene.recordInjector().send(List.of(InjectedEvents.submitted(poison.name())));
        scene.expect(scene.awaitVisible(poison.name(), 2), "I8", poison.name() + " did not heal");
        ServiceClient.ServiceResponse replayed = scene.post(
                PlatformService.GOVERNANCE_CENTER, "/api/operations/subscribers/RequestRows/replay-dead-letters", "{}");
        scene.expect(replayed != null && replayed.isSuccess(), "I8", "dead letters are not replayed: " + replayed);
    }
}
