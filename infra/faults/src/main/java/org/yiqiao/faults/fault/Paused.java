package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;
import org.yiqiao.faults.town.Town;

/**
 * S4: services are stopped and go on later, as if nothing had been: relay and consumers of one that was taken for dead
 * meanwhile. A second instance of resident requests publishes what the stopped one left.
 */
final class Paused implements Fault {

    private static final Duration LONGER_THAN_A_POLL = Town.MAX_POLL_INTERVAL.plusSeconds(15);

    @Override
    public String id() {
        return "S4";
    }

    @Override
    public String title() {
        return "SIGSTOP of services, then CONT";
    }

    @Override
    public void strike(Scene scene) {
        Town town = scene.town();
        town.secondOfRequests().start();
        town.secondOfRequests().awaitServing();
        for (Duration time :
                scene.either(List.of(Duration.ofSeconds(4)), List.of(Duration.ofSeconds(5), LONGER_THAN_A_POLL))) {
            Await.pass(Duration.ofSeconds(1));
            List<Member> paused = List.of(town.of(Service.RESIDENT_REQUESTS), town.of(Service.GOVERNANCE_CENTER));
            paused.forEach(Member::pause);
            Await.pass(time);
            paused.forEach(Member::resume);
            paused.forEach(Member::awaitServing);
            scene.struck(paused.size());
        }
        Await.pass(Duration.ofSeconds(2));
        town.secondOfRequests().terminate();
    }
}
