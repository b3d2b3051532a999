package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;
import org.yiqiao.faults.cluster.TestCluster;

/**
 * S4: services are suspended and later resumed. Their relays and consumers continue, although the broker meanwhile
 * considered them dead. A second instance of resident requests publishes the events that the suspended instance left.
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
    public void inject(FaultContext context) {
        TestCluster cluster = context.cluster();
        cluster.secondRequestsInstance().start();
        cluster.secondRequestsInstance().awaitReady();
        for (Duration time : context.selectBySuiteSize(
                List.of(Duration.ofSeconds(4)), List.of(Duration.ofSeconds(5), LONGER_THAN_A_POLL))) {
            Await.sleep(Duration.ofSeconds(1));
            List<ClusterProcess> paused = List.of(
                    cluster.process(PlatformService.RESIDENT_REQUESTS),
                    cluster.process(PlatformService.GOVERNANCE_CENTER));
            paused.forEach(ClusterProcess::pause);
            Await.sleep(time);
            paused.forEach(ClusterProcess::resume);
            paused.forEach(ClusterProcess::awaitReady);
            context.addRuns(paused.size());
        }
        Await.sleep(Duration.ofSeconds(2));
        cluster.secondRequestsInstance().terminate();
    }
}
