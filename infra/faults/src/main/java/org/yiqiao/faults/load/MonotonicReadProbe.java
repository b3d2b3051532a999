package org.yiqiao.faults.load;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.cluster.TestUser;

/** Reads requests again and again, from their service and from the center's rows, and notes when one goes back. */
final class MonotonicReadProbe implements Runnable {

    private static final Duration BETWEEN = Duration.ofMillis(40);
    private static final TestUser LEADER =
            new TestUser("leader-1", List.of("town-leader@" + TownFixture.TOWNSHIP_CODE));

    private final TestCluster town;
    private final ServiceClient http;
    private final RecentRequests seen;
    private final OperationHistory history;
    private final BooleanSupplier going;
    private final Random random;
    private final Map<String, Long> versions = new HashMap<>();

    MonotonicReadProbe(
            TestCluster town,
            ServiceClient http,
            RecentRequests seen,
            OperationHistory history,
            BooleanSupplier going,
            long seed) {
        this.town = town;
        this.http = http;
        this.seen = seen;
        this.history = history;
        this.going = going;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (going.getAsBoolean()) {
            seen.pickRandom(random).ifPresent(this::readVersions);
            Await.sleep(BETWEEN);
        }
    }

    private void readVersions(String id) {
        try {
            ServiceClient.ServiceResponse answer =
                    http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + id, LEADER);
            if (answer.isSuccess()) {
                checkVersion("request " + id, answer.version());
            } else if (!answer.isRetryable()) {
                checkVersion("request " + id, 0);
            }
            Document row = town.database(PlatformService.GOVERNANCE_CENTER)
                    .getCollection("RequestRows")
                    .find(Filters.eq(id))
                    .first();
            checkVersion("row " + id, row == null ? 0 : row.getLong("lastSeq"));
        } catch (IOException | MongoException nobodyAnswered) {
            // Then there was nothing to see.
        }
    }

    private void checkVersion(String key, long version) {
        long before = versions.getOrDefault(key, 0L);
        if (version < before) {
            history.addStaleRead(key + " was at " + before + ", then at " + version);
        }
        versions.merge(key, version, Math::max);
    }
}
