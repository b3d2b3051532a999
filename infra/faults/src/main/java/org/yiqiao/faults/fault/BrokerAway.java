package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;
import org.yiqiao.faults.town.Member;

/** S5: the broker is stopped, and killed. Commands go on until an aggregate's outbox is full, then they get 503. */
final class BrokerAway implements Fault {

    @Override
    public String id() {
        return "S5";
    }

    @Override
    public String title() {
        return "broker stopped and killed";
    }

    @Override
    public void strike(Scene scene) {
        Member broker = scene.town().broker();
        broker.kill();
        commandsGoOn(scene, scene.either(Duration.ofSeconds(2), Duration.ofSeconds(5)));
        broker.start();
        broker.awaitServing();
        scene.struck(1);
        if (scene.extent() == Extent.WHOLE) {
            broker.pause();
            commandsGoOn(scene, Duration.ofSeconds(5));
            broker.resume();
            Await.pass(Duration.ofSeconds(3));
            broker.pause();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            untilTheOutboxIsFull(scene);
            Await.pass(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            broker.resume();
            scene.struck(2);
        }
    }

    private static void commandsGoOn(Scene scene, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            scene.expect(scene.submit() != null, "S5", "a command was not taken while the broker was away");
            Await.pass(Duration.ofMillis(500));
        }
        scene.expectHealth(Service.RESIDENT_REQUESTS, "readiness", 200);
    }

    private static void untilTheOutboxIsFull(Scene scene) {
        String id = Objects.requireNonNull(scene.submit(), "a command was not taken while the broker was away");
        int taken = 1;
        while (taken <= CommandHandler.OUTBOX_CAP + 1) {
            Http.Answer answer = scene.post(
                    Service.RESIDENT_REQUESTS,
                    "/api/requests/" + id + "/classify",
                    Map.of("kind", "REPORT", "caseKind", "IMMEDIATE"));
            if (answer == null || !answer.isSuccess()) {
                scene.expect(
                        answer != null && answer.status() == 503 && taken == CommandHandler.OUTBOX_CAP,
                        "I13",
                        "after " + taken + " events in an outbox a command was answered " + answer);
                return;
            }
            taken++;
            scene.acknowledged("outbox" + taken, id, "RequestClassified", answer.version());
        }
        scene.expect(false, "I13", "an outbox grew beyond " + CommandHandler.OUTBOX_CAP);
    }
}
