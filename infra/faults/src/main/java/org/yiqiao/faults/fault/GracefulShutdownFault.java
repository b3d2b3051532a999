package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/**
 * S3: services shut down gracefully under load. They publish their pending events first, so the next start repeats few.
 */
final class GracefulShutdownFault implements Fault {

    private static final int MAX_REPEATED_PER_RUN = 10;

    @Override
    public String id() {
        return "S3";
    }

    @Override
    public String title() {
        return "SIGTERM under load";
    }

    @Override
    public void inject(FaultContext context) {
        long before = context.snapshotCollector().countDuplicates();
        List<PlatformService> services = context.selectBySuiteSize(
                List.of(PlatformService.RESIDENT_REQUESTS, PlatformService.GOVERNANCE_CENTER),
                List.of(PlatformService.values()));
        for (int run = 0; run < context.selectBySuiteSize(1, 4); run++) {
            List<ClusterProcess> members = services.stream()
                    .map(service -> context.cluster().process(service))
                    .toList();
            members.forEach(ClusterProcess::terminate);
            members.forEach(member -> member.start());
            members.forEach(ClusterProcess::awaitReady);
            context.addRuns(1);
            Await.sleep(Duration.ofSeconds(1));
        }
        long repeated = context.snapshotCollector().countDuplicates() - before;
        context.expect(
                repeated <= (long) MAX_REPEATED_PER_RUN * context.runs(),
                "S3",
                repeated + " events were repeated after " + context.runs() + " graceful shutdowns");
    }
}
