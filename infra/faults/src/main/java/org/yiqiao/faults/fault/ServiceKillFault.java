package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.faults.check.InvariantChecker;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/** S1: services are killed at random moments, and at the five most critical points. */
final class ServiceKillFault implements Fault {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int SIMULTANEOUS_KILLS = 2;
    private static final int POINT_COUNT = CrashPoint.values().length;

    @Override
    public String id() {
        return "S1";
    }

    @Override
    public String title() {
        return "kill -9 of services";
    }

    @Override
    public void inject(FaultContext context) {
        int atPoints = context.selectBySuiteSize(1, 5 * POINT_COUNT);
        int kills = context.selectBySuiteSize(2, 100 - atPoints);
        while (kills > 0) {
            kills -= killServices(context);
        }
        List<CrashPoint> points = new ArrayList<>(List.of(CrashPoint.values()));
        for (int i = 0; i < atPoints; i++) {
            if (i % POINT_COUNT == 0) {
                Collections.shuffle(points, context.random());
            }
            crashAt(
                    context,
                    points.get(i % POINT_COUNT),
                    1 + context.random().nextInt(context.selectBySuiteSize(15, 60)));
        }
        context.cluster().process(PlatformService.RESIDENT_REQUESTS).awaitReady();
        context.cluster().process(PlatformService.GOVERNANCE_CENTER).awaitReady();
        context.addRuns(atPoints);
    }

    /**
     * Kills some services at the same moment. After every ten kills, checks that the dead services have committed only
     * records that they have processed.
     */
    private static int killServices(FaultContext context) {
        List<PlatformService> services = new ArrayList<>(List.of(PlatformService.values()));
        Collections.shuffle(services, context.random());
        List<ClusterProcess> victims = services.subList(0, SIMULTANEOUS_KILLS).stream()
                .map(service -> context.cluster().process(service))
                .toList();
        Await.sleep(Duration.ofMillis(200 + context.random().nextInt(1_000)));
        victims.forEach(ClusterProcess::kill);
        if (context.runs() % 10 == 0) {
            context.violations()
                    .addAll(InvariantChecker.checkCommittedRecords(
                            context.snapshotCollector().collect()));
        }
        victims.forEach(victim -> victim.start());
        victims.forEach(ClusterProcess::awaitReady);
        context.addRuns(SIMULTANEOUS_KILLS);
        return SIMULTANEOUS_KILLS;
    }

    /** Starts a service so that it halts when it passes the point for the n-th time. */
    private static void crashAt(FaultContext context, CrashPoint point, int n) {
        ClusterProcess victim = context.cluster()
                .process(
                        point == CrashPoint.AFTER_ROWS_BEFORE_COMMIT
                                ? PlatformService.GOVERNANCE_CENTER
                                : PlatformService.RESIDENT_REQUESTS);
        victim.kill();
        victim.start("-D" + CrashPoint.PROPERTY + "=" + point.name() + ":" + n);
        context.expect(victim.awaitExit(TIMEOUT), "S1", victim.name() + " did not pass " + point + " " + n + " times");
        victim.kill();
        victim.start();
    }
}
