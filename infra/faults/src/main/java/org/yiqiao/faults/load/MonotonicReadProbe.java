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
import org.yiqiao.faults.cluster.ServiceHttpClient;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.cluster.TestUser;

/**
 * Reads requests repeatedly, from their service and from the governance center's rows, and records every read that is
 * older than an earlier one.
 */
final class MonotonicReadProbe implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final TestUser LEADER =
            new TestUser("leader-1", List.of("town-leader@" + TownFixture.TOWNSHIP_CODE));

    private final TestCluster cluster;
    private final ServiceHttpClient http;
    private final RecentRequestIds recentRequests;
    private final ClientOperationHistory history;
    private final BooleanSupplier running;
    private final Random random;
    private final Map<String, Long> versions = new HashMap<>();

    MonotonicReadProbe(
            TestCluster cluster,
            ServiceHttpClient http,
            RecentRequestIds recentRequests,
            ClientOperationHistory history,
            BooleanSupplier running,
            long seed) {
        this.cluster = cluster;
        this.http = http;
        this.recentRequests = recentRequests;
        this.history = history;
        this.running = running;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (running.getAsBoolean()) {
            recentRequests.pickRandom(random).ifPresent(this::readVersions);
            Await.sleep(PAUSE);
        }
    }

    private void readVersions(String id) {
        try {
            ServiceHttpClient.ServiceResponse response =
                    http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + id, LEADER);
            if (response.isSuccess()) {
                checkVersion("request " + id, response.version());
            } else if (!response.isRetryable()) {
                checkVersion("request " + id, 0);
            }
            Document row = cluster.database(PlatformService.GOVERNANCE_CENTER)
                    .getCollection("RequestRows")
                    .find(Filters.eq(id))
                    .first();
            checkVersion("row " + id, row == null ? 0 : row.getLong("lastSeq"));
        } catch (IOException | MongoException noResponse) {
            // Without a response there is no version to check.
        }
    }

    private void checkVersion(String key, long version) {
        long previous = versions.getOrDefault(key, 0L);
        if (version < previous) {
            history.addStaleRead(key + " was at version " + previous + ", then at version " + version);
        }
        versions.merge(key, version, Math::max);
    }
}
