package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;

/** S6: the document store is stopped, and killed. What was acknowledged is there afterwards, and health says so meanwhile. */
final class StoreAway implements Fault {

    @Override
    public String id() {
        return "S6";
    }

    @Override
    public String title() {
        return "document store stopped and killed";
    }

    @Override
    public void strike(Scene scene) {
        Member store = scene.town().store();
        for (int run = 0; run < scene.either(1, 3); run++) {
            store.pause();
            scene.expectHealth(Service.RESIDENT_REQUESTS, "readiness", 503);
            scene.expectHealth(Service.RESIDENT_REQUESTS, "liveness", 200);
            store.resume();
            scene.expectHealth(Service.RESIDENT_REQUESTS, "readiness", 200);
            Await.pass(Duration.ofMillis(500 + scene.random().nextInt(1_500)));
            store.kill();
            Await.pass(scene.either(Duration.ofSeconds(1), Duration.ofSeconds(5)));
            store.start();
            store.awaitServing();
            scene.expectHealth(Service.RESIDENT_REQUESTS, "readiness", 200);
            scene.struck(2);
        }
    }
}
