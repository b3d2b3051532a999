package org.yiqiao.faults.fault;

import java.util.List;
import java.util.Objects;

/** S12: a newer program publishes fields, types and words that this one does not know; then the older one is back. */
final class NewerSchemaFault implements Fault {

    @Override
    public String id() {
        return "S12";
    }

    @Override
    public String title() {
        return "newer producer, and back";
    }

    @Override
    public void inject(FaultContext scene) {
        for (int run = 0; run < scene.selectBySuiteSize(1, 5); run++) {
            String mark = "-" + Long.toHexString(scene.random().nextLong());
            sendUnknownFieldsAndTypes(scene, "newer" + mark);
            sendUnknownEnumValue(scene, "newer-word" + mark);
            scene.addRuns(1);
        }
    }

    private static void sendUnknownFieldsAndTypes(FaultContext scene, String subject) {
        scene.snapshotCollector().markInjected(subject);
        scene.recordInjector()
                .send(List.of(
                        RecordInjector.eventRecord(
                                subject,
                                1,
                                "RequestSubmitted",
                                InjectedEvents.SUBMITTED.replace(
                                        "{", "{\"urgency\":{\"level\":3},\"tags\":[\"new\"],")),
                        RecordInjector.eventRecord(subject, 2, "RequestTranslated", "{\"language\":\"en\"}"),
                        InjectedEvents.routed(subject, 3)));
        scene.expect(scene.awaitVisible(subject, 3), "I5", "events of a newer program held " + subject + " up");
    }

    /** An event with an unknown word waits among the dead letters; the same one in old words heals it. */
    private static void sendUnknownEnumValue(FaultContext scene, String subject) {
        scene.snapshotCollector().markInjected(subject);
        scene.recordInjector()
                .send(List.of(
                        RecordInjector.eventRecord(
                                subject,
                                1,
                                "RequestSubmitted",
                                InjectedEvents.SUBMITTED.replace("\"WEB\"", "\"TELEPATHY\"")),
                        InjectedEvents.routed(subject, 2)));
        String other = scene.submitRequest();
        scene.expect(
                other != null && scene.awaitVisible(Objects.requireNonNull(other), 1),
                "I9",
                "a newer word delays other requests");
        scene.recordInjector().send(List.of(InjectedEvents.submitted(subject)));
        scene.expect(scene.awaitVisible(subject, 2), "I8", subject + " did not heal");
    }
}
