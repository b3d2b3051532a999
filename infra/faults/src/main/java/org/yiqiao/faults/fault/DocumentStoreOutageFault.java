package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/** S6: the document store is suspended, then killed. Acknowledged data survives, and readiness reports the outage. */
final class DocumentStoreOutageFault implements Fault {

    @Override
    public String id() {
        return "S6";
    }

    @Override
    public String title() {
        return "document store stopped and killed";
    }

    @Override
    public void inject(FaultContext context) {
        ClusterProcess store = context.cluster().store();
        for (int run = 0; run < context.selectBySuiteSize(1, 3); run++) {
            store.pause();
            context.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 503);
            context.expectHealth(PlatformService.RESIDENT_REQUESTS, "liveness", 200);
            store.resume();
            context.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 200);
            Await.sleep(Duration.ofMillis(500 + context.random().nextInt(1_500)));
            store.kill();
            Await.sleep(context.selectBySuiteSize(Duration.ofSeconds(1), Duration.ofSeconds(5)));
            store.start();
            store.awaitReady();
            context.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 200);
            context.addRuns(2);
        }
    }
}
