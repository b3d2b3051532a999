package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.TestCluster;

/** S14: clocks are an hour off and jump while services run. A service is killed while ahead and restarts behind. */
final class ClockSkewFault implements Fault {

    @Override
    public String id() {
        return "S14";
    }

    @Override
    public String title() {
        return "clocks an hour apart, and jumping";
    }

    @Override
    public void inject(FaultContext context) {
        TestCluster cluster = context.cluster();
        ClusterProcess requests = cluster.process(PlatformService.RESIDENT_REQUESTS);
        cluster.setClockSkew(PlatformService.RESIDENT_REQUESTS, Duration.ofHours(1));
        cluster.setClockSkew(PlatformService.GOVERNANCE_CENTER, Duration.ofHours(-1));
        Await.sleep(context.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(15)));
        requests.kill();
        cluster.setClockSkew(PlatformService.RESIDENT_REQUESTS, Duration.ofHours(-1));
        requests.start();
        requests.awaitReady();
        Await.sleep(context.selectBySuiteSize(Duration.ofSeconds(1), Duration.ofSeconds(15)));
        for (PlatformService service : PlatformService.values()) {
            cluster.setClockSkew(service, Duration.ZERO);
        }
        context.addRuns(1);
    }
}
