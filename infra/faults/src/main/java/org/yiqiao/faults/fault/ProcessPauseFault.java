package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.TestCluster;

/**
 * S4: services are stopped and go on later, as if nothing had been: relay and consumers of one that was taken for dead
 * meanwhile. A second instance of resident requests publishes what the stopped one left.
 */
final class ProcessPauseFault implements Fault {

    private static final Duration LONGER_THAN_A_POLL = TestCluster.MAX_POLL_INTERVAL.plusSeconds(15);

    @Override
    public String id() {
        return "S4";
    }

    @Override
    public String title() {
        return "SIGSTOP of services, then CONT";
    }

    @Override
    public void inject(FaultContext scene) {
        TestCluster town = scene.cluster();
        town.secondRequestsInstance().start();
        town.secondRequestsInstance().awaitReady();
        for (Duration time : scene.selectBySuiteSize(
                List.of(Duration.ofSeconds(4)), List.of(Duration.ofSeconds(5), LONGER_THAN_A_POLL))) {
            Await.sleep(Duration.ofSeconds(1));
            List<ClusterProcess> paused = List.of(
                    town.process(PlatformService.RESIDENT_REQUESTS), town.process(PlatformService.GOVERNANCE_CENTER));
            paused.forEach(ClusterProcess::pause);
            Await.sleep(time);
            paused.forEach(ClusterProcess::resume);
            paused.forEach(ClusterProcess::awaitReady);
            scene.addRuns(paused.size());
        }
        Await.sleep(Duration.ofSeconds(2));
        town.secondRequestsInstance().terminate();
    }
}
