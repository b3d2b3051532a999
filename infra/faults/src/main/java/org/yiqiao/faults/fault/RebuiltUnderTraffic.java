package org.yiqiao.faults.fault;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;

/** S15: an operator rebuilds a projection, of which a row was damaged, while requests keep coming. */
final class RebuiltUnderTraffic implements Fault {

    private static final String REBUILD = "/api/operations/subscribers/RequestRows/rebuild";

    @Override
    public String id() {
        return "S15";
    }

    @Override
    public String title() {
        return "projection rebuilt under traffic";
    }

    @Override
    public void strike(Scene scene) {
        for (int run = 0; run < scene.either(1, 3); run++) {
            String damaged = scene.submit();
            scene.expect(damaged != null && scene.isVisible(damaged, 1), "I9", "a request does not come through");
            if (damaged != null) {
                scene.town()
                        .database(Service.GOVERNANCE_CENTER)
                        .getCollection("RequestRows")
                        .updateOne(Filters.eq(damaged), Updates.set("row.service", "damaged"));
            }
            Http.Answer asked = scene.post(Service.GOVERNANCE_CENTER, REBUILD, "{}");
            scene.expect(asked != null && asked.isSuccess(), "S15", "a rebuild is refused: " + asked);
            scene.expect(
                    Await.until(Duration.ofMinutes(2), () -> state(scene).equals("done")),
                    "S15",
                    "the rebuild is not done but " + state(scene));
            scene.struck(1);
        }
    }

    private static String state(Scene scene) {
        Http.Answer answer = scene.get(Service.GOVERNANCE_CENTER, REBUILD);
        return answer == null ? "unknown" : answer.body().path("state").asString("unknown");
    }
}
