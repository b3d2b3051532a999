package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/** S6: the document store is stopped, and killed. What was acknowledged is there afterwards, and health says so meanwhile. */
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
    public void inject(FaultContext scene) {
        ClusterProcess store = scene.cluster().store();
        for (int run = 0; run < scene.selectBySuiteSize(1, 3); run++) {
            store.pause();
            scene.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 503);
            scene.expectHealth(PlatformService.RESIDENT_REQUESTS, "liveness", 200);
            store.resume();
            scene.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 200);
            Await.sleep(Duration.ofMillis(500 + scene.random().nextInt(1_500)));
            store.kill();
            Await.sleep(scene.selectBySuiteSize(Duration.ofSeconds(1), Duration.ofSeconds(5)));
            store.start();
            store.awaitReady();
            scene.expectHealth(PlatformService.RESIDENT_REQUESTS, "readiness", 200);
            scene.addRuns(2);
        }
    }
}
