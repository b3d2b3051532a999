package org.yiqiao.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.check.InvariantChecker;
import org.yiqiao.faults.check.InvariantViolation;
import org.yiqiao.faults.check.SystemSnapshotCollector;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.fault.Fault;
import org.yiqiao.faults.fault.FaultContext;
import org.yiqiao.faults.fault.FaultSuiteSize;
import org.yiqiao.faults.fault.RecordInjector;
import org.yiqiao.faults.load.BackgroundLoad;
import org.yiqiao.faults.load.ClientOperationHistory;
import org.yiqiao.faults.load.TownFixture;
import org.yiqiao.faults.report.FaultResult;

/** Injects faults into one cluster, one after the other, and checks every invariant after each fault. */
public final class FaultSuite implements AutoCloseable {

    private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(90);

    private final TestCluster cluster;
    private final FaultSuiteSize suiteSize;
    private final long seed;
    private final ClientOperationHistory history = new ClientOperationHistory();
    private final TownFixture town;
    private final SystemSnapshotCollector snapshotCollector;
    private final RecordInjector recordInjector;
    private final Set<InvariantViolation> reported = new HashSet<>();

    /** @param folder for the data of the cluster */
    public FaultSuite(Path folder, FaultSuiteSize suiteSize, long seed) throws IOException {
        this.suiteSize = suiteSize;
        this.seed = seed;
        cluster = new TestCluster(folder);
        try {
            cluster.start();
            town = TownFixture.create(new ServiceHttpClient(cluster, Duration.ofSeconds(30)));
            snapshotCollector = new SystemSnapshotCollector(cluster, history);
            recordInjector = new RecordInjector(cluster.kafkaProperties());
        } catch (RuntimeException | IOException e) {
            cluster.close();
            throw e;
        }
    }

    /** Injects a fault and returns its result, without violations that an earlier fault has already reported. */
    public FaultResult run(Fault fault) {
        long faultSeed = seed + fault.id().hashCode();
        long acknowledgedBefore = history.acknowledgedCount();
        FaultContext context =
                new FaultContext(cluster, snapshotCollector, recordInjector, history, faultSeed, suiteSize);
        long recoveryStart;
        try (BackgroundLoad load = BackgroundLoad.start(cluster, town, history, faultSeed, journeysPerSecond())) {
            Await.sleep(Duration.ofSeconds(1));
            fault.inject(context);
            recoveryStart = System.nanoTime();
            load.stop();
        }
        List<InvariantViolation> found = new ArrayList<>(context.violations());
        if (!snapshotCollector.awaitIdle(RECOVERY_TIMEOUT)) {
            found.add(new InvariantViolation(
                    "I10", "no recovery from " + fault.id() + " within " + RECOVERY_TIMEOUT.toSeconds() + " s"));
        }
        double healSeconds = (System.nanoTime() - recoveryStart) / 1e9;
        found.addAll(InvariantChecker.check(snapshotCollector.collect()));
        found.addAll(ProcessResourceLimitCheck.check(cluster));
        found.addAll(checkHealth());
        found.removeIf(violation -> !reported.add(violation));
        return new FaultResult(
                fault.id(),
                fault.title(),
                seed,
                context.runs(),
                history.acknowledgedCount() - acknowledgedBefore,
                found.stream().map(InvariantViolation::toString).toList(),
                healSeconds);
    }

    @Override
    public void close() {
        recordInjector.close();
        snapshotCollector.close();
        cluster.close();
    }

    /**
     * Returns the number of journeys per second, with about four commands each. On a small machine, restarting
     * processes need a share of the processor too.
     */
    private double journeysPerSecond() {
        return switch (suiteSize) {
            case SHORT -> 4;
            case WHOLE -> 8;
        };
    }

    private List<InvariantViolation> checkHealth() {
        List<InvariantViolation> violations = new ArrayList<>();
        for (PlatformService service : PlatformService.values()) {
            for (String probe : List.of("readiness", "liveness")) {
                int status = cluster.healthStatus(service, probe);
                if (status != 200) {
                    violations.add(new InvariantViolation(
                            "I14", probe + " of " + service.id() + " is " + status + " after the fault"));
                }
            }
        }
        return violations;
    }
}
