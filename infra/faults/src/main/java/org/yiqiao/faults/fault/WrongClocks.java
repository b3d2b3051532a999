package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;
import org.yiqiao.faults.town.Town;

/** S14: clocks are an hour apart and jump while services run; one that was ahead is killed and comes back behind. */
final class WrongClocks implements Fault {

    @Override
    public String id() {
        return "S14";
    }

    @Override
    public String title() {
        return "clocks an hour apart, and jumping";
    }

    @Override
    public void strike(Scene scene) {
        Town town = scene.town();
        Member requests = town.of(Service.RESIDENT_REQUESTS);
        town.skew(Service.RESIDENT_REQUESTS, Duration.ofHours(1));
        town.skew(Service.GOVERNANCE_CENTER, Duration.ofHours(-1));
        Await.pass(scene.either(Duration.ofSeconds(2), Duration.ofSeconds(15)));
        requests.kill();
        town.skew(Service.RESIDENT_REQUESTS, Duration.ofHours(-1));
        requests.start();
        requests.awaitServing();
        Await.pass(scene.either(Duration.ofSeconds(1), Duration.ofSeconds(15)));
        for (Service service : Service.values()) {
            town.skew(service, Duration.ZERO);
        }
        scene.struck(1);
    }
}
