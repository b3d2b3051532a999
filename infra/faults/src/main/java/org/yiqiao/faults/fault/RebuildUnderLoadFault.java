package org.yiqiao.faults.fault;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;

/** S15: an operator rebuilds a projection, of which a row was damaged, while requests keep coming. */
final class RebuildUnderLoadFault implements Fault {

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
    public void inject(FaultContext scene) {
        for (int run = 0; run < scene.selectBySuiteSize(1, 3); run++) {
            String damaged = scene.submitRequest();
            scene.expect(damaged != null && scene.awaitVisible(damaged, 1), "I9", "a request does not come through");
            if (damaged != null) {
                scene.cluster()
                        .database(PlatformService.GOVERNANCE_CENTER)
                        .getCollection("RequestRows")
                        .updateOne(Filters.eq(damaged), Updates.set("row.service", "damaged"));
            }
            ServiceClient.ServiceResponse asked = scene.post(PlatformService.GOVERNANCE_CENTER, REBUILD, "{}");
            scene.expect(asked != null && asked.isSuccess(), "S15", "a rebuild is refused: " + asked);
            scene.expect(
                    Await.until(Duration.ofMinutes(2), () -> rebuildState(scene).equals("done")),
                    "S15",
                    "the rebuild is not done but " + rebuildState(scene));
            scene.addRuns(1);
        }
    }

    private static String rebuildState(FaultContext scene) {
        ServiceClient.ServiceResponse answer = scene.get(PlatformService.GOVERNANCE_CENTER, REBUILD);
        return answer == null ? "unknown" : answer.body().path("state").asString("unknown");
    }
}
