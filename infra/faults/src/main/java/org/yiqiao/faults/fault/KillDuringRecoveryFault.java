package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/** S2: a service is killed again while it recovers from the first kill. */
final class KillDuringRecoveryFault implements Fault {

    @Override
    public String id() {
        return "S2";
    }

    @Override
    public String title() {
        return "kill -9 while recovering";
    }

    @Override
    public void inject(FaultContext scene) {
        for (int run = 0; run < scene.selectBySuiteSize(1, 10); run++) {
            ClusterProcess victim = scene.cluster()
                    .process(run % 2 == 0 ? PlatformService.RESIDENT_REQUESTS : PlatformService.GOVERNANCE_CENTER);
            victim.kill();
            victim.start();
            Await.sleep(Duration.ofMillis(1_000 + scene.random().nextInt(scene.selectBySuiteSize(2_000, 6_000))));
            victim.kill();
            victim.start();
            victim.awaitReady();
            scene.addRuns(1);
        }
    }
}
