package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;

/** S2: a service is killed again while it recovers from the first kill. */
final class KilledWhileRecovering implements Fault {

    @Override
    public String id() {
        return "S2";
    }

    @Override
    public String title() {
        return "kill -9 while recovering";
    }

    @Override
    public void strike(Scene scene) {
        for (int run = 0; run < scene.either(1, 10); run++) {
            Member victim = scene.town().of(run % 2 == 0 ? Service.RESIDENT_REQUESTS : Service.GOVERNANCE_CENTER);
            victim.kill();
            victim.start();
            Await.pass(Duration.ofMillis(1_000 + scene.random().nextInt(scene.either(2_000, 6_000))));
            victim.kill();
            victim.start();
            victim.awaitServing();
            scene.struck(1);
        }
    }
}
