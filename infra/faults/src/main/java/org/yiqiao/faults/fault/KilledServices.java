package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.faults.check.Checker;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;

/** S1: services are killed at random moments, and at the five points where it would hurt most. */
final class KilledServices implements Fault {

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
    public void strike(Scene scene) {
        int atPoints = scene.either(1, 5 * POINTS);
        int kills = scene.either(2, 100 - atPoints);
        while (kills > 0) {
            kills -= kill(scene);
        }
        List<CrashPoint> points = new ArrayList<>(List.of(CrashPoint.values()));
        for (int i = 0; i < atPoints; i++) {
            if (i % POINTS == 0) {
                Collections.shuffle(points, scene.random());
            }
            crash(scene, points.get(i % POINTS), 1 + scene.random().nextInt(scene.either(15, 60)));
        }
        scene.town().of(Service.RESIDENT_REQUESTS).awaitServing();
        scene.town().of(Service.GOVERNANCE_CENTER).awaitServing();
        scene.struck(atPoints);
    }

    /** Kills some services at the same moment; whoever is dead has committed nothing that it has not taken. */
    private static int kill(Scene scene) {
        List<Service> services = new ArrayList<>(List.of(Service.values()));
        Collections.shuffle(services, scene.random());
        List<Member> victims = services.subList(0, AT_ONCE).stream()
                .map(service -> scene.town().of(service))
                .toList();
        Await.pass(Duration.ofMillis(200 + scene.random().nextInt(1_000)));
        victims.forEach(Member::kill);
        if (scene.runs() % 10 == 0) {
            scene.violations().addAll(Checker.checkCommitted(scene.witness().take()));
        }
        victims.forEach(victim -> victim.start());
        victims.forEach(Member::awaitServing);
        scene.struck(AT_ONCE);
        return AT_ONCE;
    }

    /** Starts a service so that it halts when it passes the point for the n-th time. */
    private static void crash(Scene scene, CrashPoint point, int n) {
        Member victim = scene.town()
                .of(
                        point == CrashPoint.AFTER_ROWS_BEFORE_COMMIT
                                ? Service.GOVERNANCE_CENTER
                                : Service.RESIDENT_REQUESTS);
        victim.kill();
        victim.start("-D" + CrashPoint.PROPERTY + "=" + point.name() + ":" + n);
        scene.expect(
                victim.awaitEnd(PATIENCE),
                "S1",
                victim.name() + " never came to " + point + " for the " + n + ". time");
        victim.kill();
        victim.start();
    }
}
