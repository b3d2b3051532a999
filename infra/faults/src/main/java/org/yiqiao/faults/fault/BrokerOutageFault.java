package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.ServiceClient;

/** S5: the broker is stopped, and killed. Commands go on until an aggregate's outbox is full, then they get 503. */
final class BrokerOutageFault implements Fault {

    @Override
    public String id() {
        return "S5";
    }

    @Override
    public String title() {
        return "broker stopped and killed";
    }

    @Override
    public void inject(FaultContext scene) {
        ClusterProcess broker = scene.cluster().broker();
        broker.kill();
        expectCommandsAccepted(scene, scene.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(5)));
        broker.start();
        broker.awaitReady();
        scene.addRuns(1);
        if (scene.suiteSize() == SuiteSize.WHOLE) {
            broker.pause();
            expectCommandsAccepted(scene, Duration.ofSeconds(5));
            broker.resume();
            Await.sleep(Duration.ofSeconds(3));
            broker.pause();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            fillOutbox(scene);
            Await.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            broker.resume();
            scene.addRuns(2);
        }
    }

    private static void expectCommandsAccepted(FaultContext scene, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            scene.expect(scene.submitRequest() != null, "S5", "a command was not taken while the broker was away");
            Await.sleep(Duration.ofMillis(500));
        }
        scene.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 200);
    }

    private static void fillOutbox(FaultContext scene) {
        String id = Objects.requireNonNull(scene.submitRequest(), "a command was not taken while the broker was away");
        int taken = 1;
        while (taken <= CommandHandler.MAX_OUTBOX_SIZE + 1) {
            ServiceClient.ServiceResponse answer = scene.post(
                    PlatformService.RESIDENT_REQUESTS,
                    "/api/requests/" + id + "/classify",
                    Map.of("kind", "REPORT", "caseKind", "IMMEDIATE"));
            if (answer == null || !answer.isSuccess()) {
                scene.expect(
                        answer != null && answer.status() == 503 && taken == CommandHandler.MAX_OUTBOX_SIZE,
                        "I13",
                        "after " + taken + " events in an outbox a command was answered " + answer);
                return;
            }
            taken++;
            scene.recordAcknowledged("outbox" + taken, id, "RequestClassified", answer.version());
        }
        scene.expect(false, "I13", "an outbox grew beyond " + CommandHandler.MAX_OUTBOX_SIZE);
    }
}
