package org.yiqiao.faults.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.check.InvariantViolation;
import org.yiqiao.faults.check.SystemSnapshotCollector;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.cluster.TestUser;
import org.yiqiao.faults.load.ClientCommandOutcome;
import org.yiqiao.faults.load.ClientOperationHistory;

/** Gives a fault access to the cluster, and records its runs and the violations that it finds. */
public final class FaultContext {

    private final TestCluster cluster;
    private final SystemSnapshotCollector snapshotCollector;
    private final RecordInjector recordInjector;
    private final ClientOperationHistory history;
    private final Random random;
    private final FaultSuiteSize suiteSize;
    private final ServiceHttpClient http;
    private final List<InvariantViolation> violations = new ArrayList<>();
    private int runs;

    public FaultContext(
            TestCluster cluster,
            SystemSnapshotCollector snapshotCollector,
            RecordInjector recordInjector,
            ClientOperationHistory history,
            long seed,
            FaultSuiteSize suiteSize) {
        this.cluster = cluster;
        this.snapshotCollector = snapshotCollector;
        this.recordInjector = recordInjector;
        this.history = history;
        this.random = new Random(seed);
        this.suiteSize = suiteSize;
        this.http = new ServiceHttpClient(cluster, Duration.ofSeconds(15));
    }

    public List<InvariantViolation> violations() {
        return violations;
    }

    /** Returns how often the fault has been injected. */
    public int runs() {
        return runs;
    }

    TestCluster cluster() {
        return cluster;
    }

    SystemSnapshotCollector snapshotCollector() {
        return snapshotCollector;
    }

    RecordInjector recordInjector() {
        return recordInjector;
    }

    Random random() {
        return random;
    }

    FaultSuiteSize suiteSize() {
        return suiteSize;
    }

    /** Returns the first value for the short suite, the second for the whole suite. */
    <T> T selectBySuiteSize(T shortValue, T wholeValue) {
        return suiteSize == FaultSuiteSize.SHORT ? shortValue : wholeValue;
    }

    void addRuns(int count) {
        runs += count;
    }

    /** Records a violation unless the condition holds. */
    void expect(boolean holds, String invariant, String description) {
        if (!holds) {
            violations.add(new InvariantViolation(invariant, description));
        }
    }

    /** Expects a service's health probe to return this status within 20 s. */
    void expectHealth(PlatformService service, String probe, int status) {
        expect(
                Await.until(Duration.ofSeconds(20), () -> cluster.healthStatus(service, probe) == status),
                "I14",
                probe + " of " + service.id() + " is " + cluster.healthStatus(service, probe) + " instead of "
                        + status);
    }

    /** Returns null if no response was received. */
    ServiceHttpClient.@Nullable ServiceResponse get(PlatformService service, String path) {
        try {
            return http.get(service, path, TestUser.operator());
        } catch (IOException noResponse) {
            return null;
        }
    }

    /** Posts a command with a new idempotency key. Returns null if no response was received. */
    ServiceHttpClient.@Nullable ServiceResponse post(PlatformService service, String path, Object body) {
        return post(
                service,
                path,
                TestUser.operator(),
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /**
     * Submits a request and records its acknowledgement. Returns the id, or null if the request was not acknowledged.
     */
    @Nullable
    String submitRequest() {
        String key = UUID.randomUUID().toString();
        ServiceHttpClient.ServiceResponse response = post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                new TestUser("resident-probe", List.of("resident@*")),
                Map.of(
                        "service", "Probe",
                        "description", "Probe",
                        "location", Map.of("lat", 50.5, "long", 10.5 + random.nextInt(4))),
                Map.of("Idempotency-Key", key));
        if (response == null || !response.isSuccess()) {
            return null;
        }
        String id = response.body().path("id").asString();
        recordAcknowledged(key, id, "RequestSubmitted", response.version());
        return id;
    }

    /** Records that a command issued by the fault itself was acknowledged. */
    void recordAcknowledged(String key, String aggregate, String event, long version) {
        history.add(
                new ClientCommandOutcome(key, aggregate, event, ClientCommandOutcome.Status.ACKNOWLEDGED, version, 1));
    }

    /** Returns whether the governance center's row of an aggregate has applied this event within 20 s. */
    boolean awaitVisible(String id, long seq) {
        return Await.until(Duration.ofSeconds(20), () -> recordInjector.lastAppliedSeq(cluster, id) >= seq);
    }

    private ServiceHttpClient.@Nullable ServiceResponse post(
            PlatformService service, String path, TestUser caller, Object body, Map<String, String> headers) {
        try {
            return http.post(service, path, caller, body, headers);
        } catch (IOException noResponse) {
            return null;
        }
    }
}
