package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.TestCluster;

/** S14: clocks are an hour apart and jump while services run; one that was ahead is killed and comes back behind. */
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
    public void inject(FaultContext scene) {
        TestCluster town = scene.cluster();
        ClusterProcess requests = town.process(PlatformService.RESIDENT_REQUESTS);
        town.setClockSkew(PlatformService.RESIDENT_REQUESTS, Duration.ofHours(1));
        town.setClockSkew(PlatformService.GOVERNANCE_CENTER, Duration.ofHours(-1));
        Await.sleep(scene.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(15)));
        requests.kill();
        town.setClockSkew(PlatformService.RESIDENT_REQUESTS, Duration.ofHours(-1));
        requests.start();
        requests.awaitReady();
        Await.sleep(scene.selectBySuiteSize(Duration.ofSeconds(1), Duration.ofSeconds(15)));
        for (PlatformService service : PlatformService.values()) {
            town.setClockSkew(service, Duration.ZERO);
        }
        scene.addRuns(1);
    }
}
