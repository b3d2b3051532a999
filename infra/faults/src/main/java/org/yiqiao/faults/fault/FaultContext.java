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
import org.yiqiao.faults.check.SystemSnapshotCollector;
import org.yiqiao.faults.check.Violation;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.cluster.TestUser;
import org.yiqiao.faults.load.CommandOutcome;
import org.yiqiao.faults.load.OperationHistory;

/** Where a fault strikes: the town, what it may ask, and what it notes. */
public final class FaultContext {

    private final TestCluster town;
    private final SystemSnapshotCollector witness;
    private final RecordInjector planter;
    private final OperationHistory history;
    private final Random random;
    private final SuiteSize extent;
    private final ServiceClient http;
    private final List<Violation> violations = new ArrayList<>();
    private int runs;

    public FaultContext(
            TestCluster town,
            SystemSnapshotCollector witness,
            RecordInjector planter,
            OperationHistory history,
            long seed,
            SuiteSize extent) {
        this.town = town;
        this.witness = witness;
        this.planter = planter;
        this.history = history;
        this.random = new Random(seed);
        this.extent = extent;
        this.http = new ServiceClient(town, Duration.ofSeconds(15));
    }

    public List<Violation> violations() {
        return violations;
    }

    /** How often the fault has struck. */
    public int runs() {
        return runs;
    }

    TestCluster cluster() {
        return town;
    }

    SystemSnapshotCollector snapshotCollector() {
        return witness;
    }

    RecordInjector recordInjector() {
        return planter;
    }

    Random random() {
        return random;
    }

    SuiteSize suiteSize() {
        return extent;
    }

    /** One number for a build's selection, another for the whole. */
    <T> T selectBySuiteSize(T inShort, T inWhole) {
        return extent == SuiteSize.SHORT ? inShort : inWhole;
    }

    void addRuns(int times) {
        runs += times;
    }

    /** Notes a violation unless something holds. */
    void expect(boolean holds, String invariant, String otherwise) {
        if (!holds) {
            violations.add(new Violation(invariant, otherwise));
        }
    }

    /** A service's health probe answers this status before long. */
    void expectHealth(PlatformService service, String probe, int status) {
        expect(
                Await.until(Duration.ofSeconds(20), () -> town.healthStatus(service, probe) == status),
                "I14",
                probe + " of " + service.id() + " is not " + status + " but " + town.healthStatus(service, probe));
    }

    ServiceClient.@Nullable ServiceResponse get(PlatformService service, String path) {
        try {
            return http.get(service, path, TestUser.operator());
        } catch (IOException unanswered) {
            return null;
        }
    }

    ServiceClient.@Nullable ServiceResponse post(PlatformService service, String path, Object body) {
        return post(
                service,
                path,
                TestUser.operator(),
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Submits a request and keeps what was answered; null if nothing good was. */
    @Nullable
    String submitRequest() {
        String key = UUID.randomUUID().toString();
        ServiceClient.ServiceResponse answer = post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                new TestUser("resident-probe", List.of("resident@*")),
                Map.of(
                        "service", "Probe",
                        "description", "Probe",
                        "location", Map.of("lat", 50.5, "long", 10.5 + random.nextInt(4))),
                Map.of("Idempotency-Key", key));
        if (answer == null || !answer.isSuccess()) {
            return null;
        }
        String id = answer.body().path("id").asString();
        recordAcknowledged(key, id, "RequestSubmitted", answer.version());
        return id;
    }

    /** Keeps that a command of the fault's own was acknowledged. */
    void recordAcknowledged(String key, String aggregate, String event, long version) {
        history.add(new CommandOutcome(key, aggregate, event, CommandOutcome.Status.ACKNOWLEDGED, version, 1));
    }

    /** Whether the center's row of an aggregate has taken this event before long. */
    boolean awaitVisible(String id, long seq) {
        return Await.until(Duration.ofSeconds(20), () -> planter.lastAppliedSeq(town, id) >= seq);
    }

    private ServiceClient.@Nullable ServiceResponse post(
            PlatformService service, String path, TestUser by, Object body, Map<String, String> headers) {
        try {
            return http.post(service, path, by, body, headers);
        } catch (IOException unanswered) {
            return null;
        }
    }
}
