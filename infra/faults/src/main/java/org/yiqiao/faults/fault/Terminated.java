package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;

/** S3: services are asked to end under load. They publish what they have, so that their next start repeats next to nothing. */
final class Terminated implements Fault {

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
    public void strike(Scene scene) {
        long before = scene.witness().repeats();
        List<Service> services =
                scene.either(List.of(Service.RESIDENT_REQUESTS, Service.GOVERNANCE_CENTER), List.of(Service.values()));
        for (int run = 0; run < scene.either(1, 4); run++) {
            List<Member> members =
                    services.stream().map(service -> scene.town().of(service)).toList();
            members.forEach(Member::terminate);
            members.forEach(member -> member.start());
            members.forEach(Member::awaitServing);
            scene.struck(1);
            Await.pass(Duration.ofSeconds(1));
        }
        long repeated = scene.witness().repeats() - before;
        scene.expect(
                repeated <= (long) REPEATED_AT_MOST * scene.runs(),
                "S3",
                repeated + " events were repeated after " + scene.runs() + " orderly ends");
    }
}
