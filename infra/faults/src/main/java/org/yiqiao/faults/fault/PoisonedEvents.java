package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;

/** S9: records that cannot be taken, several partitions at once. They delay nobody else, and a mended one heals. */
final class PoisonedEvents implements Fault {

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
    public void strike(Scene scene) {
        for (int run = 0; run < scene.either(1, 3); run++) {
            String mark = "-" + Long.toHexString(scene.random().nextLong());
            List<Poison> poison = Poison.all(mark);
            poison.forEach(one -> scene.witness().planted(one.name()));
            poison.forEach(one -> scene.planter().plant(List.of(one.record(), Events.routed(one.name(), 2))));
            scene.planter().plant(Poison.unreadable());
            huge(scene, "huge" + mark);
            others(scene);
            poison.forEach(one -> isDead(scene, one));
            heal(scene, poison.getFirst());
            scene.struck(1);
        }
    }

    private static void huge(Scene scene, String subject) {
        scene.witness().planted(subject);
        scene.planter()
                .plant(List.of(Planter.event(
                        subject, 1, "RequestSubmitted", Events.SUBMITTED.replace("Planted", "x".repeat(HUGE)))));
        scene.expect(scene.isVisible(subject, 1), "I7", "the largest event that fits was not taken");
    }

    /** While the poison is there, requests of all partitions come through. */
    private static void others(Scene scene) {
        List<@Nullable String> ids =
                Stream.generate(scene::submit).limit(Service.PARTITIONS).toList();
        for (String id : ids) {
            scene.expect(id != null && scene.isVisible(id, 1), "I9", "a poisoned record delays the request " + id);
        }
    }

    private static void isDead(Scene scene, Poison poison) {
        scene.expect(
                Await.until(Duration.ofSeconds(20), () -> scene.witness().isDeadLetter("RequestRows", poison.name())),
                "I7",
                "the poison " + poison.name() + " is no dead letter");
    }

    /** The same event, mended by its publisher: it and what waited for it are taken. */
    private static void heal(Scene scene, Poison poison) {
        scene.planter().plant(List.of(Events.submitted(poison.name())));
        scene.expect(scene.isVisible(poison.name(), 2), "I8", poison.name() + " did not heal");
        Http.Answer replayed = scene.post(
                Service.GOVERNANCE_CENTER, "/api/operations/subscribers/RequestRows/replay-dead-letters", "{}");
        scene.expect(replayed != null && replayed.isSuccess(), "I8", "dead letters are not replayed: " + replayed);
    }
}
