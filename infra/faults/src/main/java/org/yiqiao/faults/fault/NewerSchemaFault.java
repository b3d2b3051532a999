package org.yiqiao.faults.fault;

import java.util.List;
import java.util.Objects;

/** S12: a newer program publishes fields, types and enum values unknown to this one; then the older program returns. */
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
    public void inject(FaultContext context) {
        for (int run = 0; run < context.selectBySuiteSize(1, 5); run++) {
            String suffix = "-" + Long.toHexString(context.random().nextLong());
            sendUnknownFieldsAndTypes(context, "newer" + suffix);
            sendUnknownEnumValue(context, "newer-word" + suffix);
            context.addRuns(1);
        }
    }

    private static void sendUnknownFieldsAndTypes(FaultContext context, String subject) {
        context.snapshotCollector().markInjected(subject);
        context.recordInjector()
                .send(List.of(
                        RecordInjector.eventRecord(
                                subject,
                                1,
                                "RequestSubmitted",
                                InjectedEvents.SUBMITTED.replace(
                                        "{", "{\"urgency\":{\"level\":3},\"tags\":[\"new\"],")),
                        RecordInjector.eventRecord(subject, 2, "RequestTranslated", "{\"language\":\"en\"}"),
                        InjectedEvents.routed(subject, 3)));
        context.expect(context.awaitVisible(subject, 3), "I5", "events of a newer program blocked " + subject);
    }

    /** An event with an unknown enum value becomes a dead letter; the same event with a known value is then applied. */
    private static void sendUnknownEnumValue(FaultContext context, String subject) {
        context.snapshotCollector().markInjected(subject);
        context.recordInjector()
                .send(List.of(
                        RecordInjector.eventRecord(
                                subject,
                                1,
                                "RequestSubmitted",
                                InjectedEvents.SUBMITTED.replace("\"WEB\"", "\"TELEPATHY\"")),
                        InjectedEvents.routed(subject, 2)));
        String other = context.submitRequest();
        context.expect(
                other != null && context.awaitVisible(Objects.requireNonNull(other), 1),
                "I9",
                "an unknown enum value delays other requests");
        context.recordInjector().send(List.of(InjectedEvents.submitted(subject)));
        context.expect(context.awaitVisible(subject, 2), "I8", subject + " was not applied after its correction");
    }
}
