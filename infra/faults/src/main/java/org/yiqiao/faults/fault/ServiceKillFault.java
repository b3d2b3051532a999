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

/** S1: services are killed at random moments, and at the five points where it would hurt most. */
final class ServiceKillFault implements Fault {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 2;
    private static final int POINTS = CrashPoint.values().length;

    @Override
    public String id() {
        return "S1";
    }

    @Override
    public String title() {
        return "kill -9 of services";
    }

    @Override
    public void inject(FaultContext scene) {
        int atPoints = scene.selectBySuiteSize(1, 5 * POINTS);
        int kills = scene.selectBySuiteSize(2, 100 - atPoints);
        while (kills > 0) {
            kills -= killServices(scene);
        }
        List<CrashPoint> points = new ArrayList<>(List.of(CrashPoint.values()));
        for (int i = 0; i < atPoints; i++) {
            if (i % POINTS == 0) {
                Collections.shuffle(points, scene.random());
            }
            crashAt(scene, points.get(i % POINTS), 1 + scene.random().nextInt(scene.selectBySuiteSize(15, 60)));
        }
        scene.cluster().process(PlatformService.RESIDENT_REQUESTS).awaitReady();
        scene.cluster().process(PlatformService.GOVERNANCE_CENTER).awaitReady();
        scene.addRuns(atPoints);
    }

    /** Kills some services at the same moment; whoever is dead has committed nothing that it has not taken. */
    private static int killServices(FaultContext scene) {
        List<PlatformService> services = new ArrayList<>(List.of(PlatformService.values()));
        Collections.shuffle(services, scene.random());
        List<ClusterProcess> victims = services.subList(0, AT_ONCE).stream()
                .map(service -> scene.cluster().process(service))
                .toList();
        Await.sleep(Duration.ofMillis(200 + scene.random().nextInt(1_000)));
        victims.forEach(ClusterProcess::kill);
        if (scene.runs() % 10 == 0) {
            scene.violations()
                    .addAll(InvariantChecker.checkCommittedRecords(
                            scene.snapshotCollector().collect()));
        }
        victims.forEach(victim -> victim.start());
        victims.forEach(ClusterProcess::awaitReady);
        scene.addRuns(AT_ONCE);
        return AT_ONCE;
    }

    /** Starts a service so that it halts when it passes the point for the n-th time. */
    private static void crashAt(FaultContext scene, CrashPoint point, int n) {
        ClusterProcess victim = scene.cluster()
                .process(
                        point == CrashPoint.AFTER_ROWS_BEFORE_COMMIT
                                ? PlatformService.GOVERNANCE_CENTER
                                : PlatformService.RESIDENT_REQUESTS);
        victim.kill();
        victim.start("-D" + CrashPoint.PROPERTY + "=" + point.name() + ":" + n);
        scene.expect(
                victim.awaitExit(PATIENCE),
                "S1",
                victim.name() + " never came to " + point + " for the " + n + ". time");
        victim.kill();
        victim.start();
    }
}
