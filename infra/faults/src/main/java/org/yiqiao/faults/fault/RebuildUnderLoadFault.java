package org.yiqiao.faults.fault;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;

/** S15: an operator rebuilds a projection with a damaged row while new requests arrive. */
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
    public void inject(FaultContext context) {
        for (int run = 0; run < context.selectBySuiteSize(1, 3); run++) {
            String damaged = context.submitRequest();
            context.expect(
                    damaged != null && context.awaitVisible(damaged, 1), "I9", "a request did not become visible");
            if (damaged != null) {
                context.cluster()
                        .database(PlatformService.GOVERNANCE_CENTER)
                        .getCollection("RequestRows")
                        .updateOne(Filters.eq(damaged), Updates.set("row.service", "damaged"));
            }
            ServiceHttpClient.ServiceResponse rebuild = context.post(PlatformService.GOVERNANCE_CENTER, REBUILD, "{}");
            context.expect(rebuild != null && rebuild.isSuccess(), "S15", "a rebuild was rejected: " + rebuild);
            context.expect(
                    Await.until(
                            Duration.ofMinutes(2), () -> rebuildState(context).equals("done")),
                    "S15",
                    "the rebuild is not done; its state is " + rebuildState(context));
            context.addRuns(1);
        }
    }

    private static String rebuildState(FaultContext context) {
        ServiceHttpClient.ServiceResponse response = context.get(PlatformService.GOVERNANCE_CENTER, REBUILD);
        return response == null ? "unknown" : response.body().path("state").asString("unknown");
    }
}
