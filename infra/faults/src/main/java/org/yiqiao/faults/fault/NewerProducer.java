package org.yiqiao.faults.fault;

import java.util.List;
import java.util.Objects;

/** S12: a newer program publishes fields, types and words that this one does not know; then the older one is back. */
final class NewerProducer implements Fault {

    @Override
    public String id() {
        return "S12";
    }

    @Override
    public String title() {
        return "newer producer, and back";
    }

    @Override
    public void strike(Scene scene) {
        for (int run = 0; run < scene.either(1, 5); run++) {
            String mark = "-" + Long.toHexString(scene.random().nextLong());
            fieldsAndTypes(scene, "newer" + mark);
            words(scene, "newer-word" + mark);
            scene.struck(1);
        }
    }

    private static void fieldsAndTypes(Scene scene, String subject) {
        scene.witness().planted(subject);
        scene.planter()
                .plant(List.of(
                        Planter.event(
                                subject,
                                1,
                                "RequestSubmitted",
                                Events.SUBMITTED.replace("{", "{\"urgency\":{\"level\":3},\"tags\":[\"new\"],")),
                        Planter.event(subject, 2, "RequestTranslated", "{\"language\":\"en\"}"),
                        Events.routed(subject, 3)));
        scene.expect(scene.isVisible(subject, 3), "I5", "events of a newer program held " + subject + " up");
    }

    /** An event with an unknown word waits among the dead letters; the same one in old words heals it. */
    private static void words(Scene scene, String subject) {
        scene.witness().planted(subject);
        scene.planter()
                .plant(List.of(
                        Planter.event(
                                subject, 1, "RequestSubmitted", Events.SUBMITTED.replace("\"WEB\"", "\"TELEPATHY\"")),
                        Events.routed(subject, 2)));
        String other = scene.submit();
        scene.expect(
                other != null && scene.isVisible(Objects.requireNonNull(other), 1),
                "I9",
                "a newer word delays other requests");
        scene.planter().plant(List.of(Events.submitted(subject)));
        scene.expect(scene.isVisible(subject, 2), "I8", subject + " did not heal");
    }
}
