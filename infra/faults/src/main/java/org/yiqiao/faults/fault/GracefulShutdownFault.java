package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/** S3: services are asked to end under load. They publish what they have, so that their next start repeats next to nothing. */
final class GracefulShutdownFault implements Fault {

    private static final int REPEATED_AT_MOST = 10;

    @Override
    public String id() {
        return "S3";
    }

    @Override
    public String title() {
        return "SIGTERM under load";
    }

    @Override
    public void inject(FaultContext scene) {
        long before = scene.snapshotCollector().countDuplicates();
        List<PlatformService> services = scene.selectBySuiteSize(
                List.of(PlatformService.RESIDENT_REQUESTS, PlatformService.GOVERNANCE_CENTER),
                List.of(PlatformService.values()));
        for (int run = 0; run < scene.selectBySuiteSize(1, 4); run++) {
            List<ClusterProcess> members = services.stream()
                    .map(service -> scene.cluster().process(service))
                    .toList();
            members.forEach(ClusterProcess::terminate);
            members.forEach(member -> member.start());
            members.forEach(ClusterProcess::awaitReady);
            scene.addRuns(1);
            Await.sleep(Duration.ofSeconds(1));
        }
        long repeated = scene.snapshotCollector().countDuplicates() - before;
        scene.expect(
                repeated <= (long) REPEATED_AT_MOST * scene.runs(),
                "S3",
                repeated + " events were repeated after " + scene.runs() + " orderly ends");
    }
}
