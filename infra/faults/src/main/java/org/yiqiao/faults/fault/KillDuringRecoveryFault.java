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
    public void inject(FaultContext context) {
        for (int run = 0; run < context.selectBySuiteSize(1, 10); run++) {
            ClusterProcess victim = context.cluster()
                    .process(run % 2 == 0 ? PlatformService.RESIDENT_REQUESTS : PlatformService.GOVERNANCE_CENTER);
            victim.kill();
            victim.start();
            Await.sleep(Duration.ofMillis(1_000 + context.random().nextInt(context.selectBySuiteSize(2_000, 6_000))));
            victim.kill();
            victim.start();
            victim.awaitReady();
            context.addRuns(1);
        }
    }
}
