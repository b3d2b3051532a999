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
import org.yiqiao.faults.check.SystemSnapshotCollector;
import org.yiqiao.faults.check.Violation;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceClient;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.fault.Fault;
import org.yiqiao.faults.fault.FaultContext;
import org.yiqiao.faults.fault.RecordInjector;
import org.yiqiao.faults.fault.SuiteSize;
import org.yiqiao.faults.load.BackgroundLoad;
import org.yiqiao.faults.load.OperationHistory;
import org.yiqiao.faults.load.TownFixture;
import org.yiqiao.faults.report.FaultResult;

/** One town, struck by one fault after the other; after each, everything is held against every invariant. */
public final class FaultSuite implements AutoCloseable {

    private static final Duration TO_HEAL = Duration.ofSeconds(90);

    private final TestCluster town;
    private final SuiteSize extent;
    private final long seed;
    private final OperationHistory history = new OperationHistory();
    private final TownFixture ground;
    private final SystemSnapshotCollector witness;
    private final RecordInjector planter;
    private final Set<Violation> known = new HashSet<>();

    /** @param folder where the town keeps its data */
    public FaultSuite(Path folder, SuiteSize extent, long seed) throws IOException {
        this.extent = extent;
        this.seed = seed;
        town = new TestCluster(folder);
        try {
            town.start();
            ground = TownFixture.create(new ServiceClient(town, Duration.ofSeconds(30)));
            witness = new SystemSnapshotCollector(town, history);
            planter = new RecordInjector(town.kafkaProperties());
        } catch (RuntimeException | IOException e) {
            town.close();
            throw e;
        }
    }

    /** Strikes once; violations that an earlier fault has already led to are not counted again. */
    public FaultResult run(Fault fault) {
        long mine = seed + fault.id().hashCode();
        long before = history.acknowledgedCount();
        FaultContext scene = new FaultContext(town, witness, planter, history, mine, extent);
        long healing;
        try (BackgroundLoad load = BackgroundLoad.start(town, ground, history, mine, journeysPerSecond())) {
            Await.sleep(Duration.ofSeconds(1));
            fault.inject(scene);
            healing = System.nanoTime();
            load.stop();
        }
        List<Violation> found = new ArrayList<>(scene.violations());
        if (!witness.awaitIdle(TO_HEAL)) {
            found.add(new Violation("I10", fault.id() + " has not healed after " + TO_HEAL.toSeconds() + " s"));
        }
        double healSeconds = (System.nanoTime() - healing) / 1e9;
        found.addAll(InvariantChecker.check(witness.collect()));
        found.addAll(ResourceLimitCheck.check(town));
        found.addAll(checkHealth());
        found.removeIf(violation -> !known.add(violation));
        return new FaultResult(
                fault.id(),
                fault.title(),
                seed,
                scene.runs(),
                history.acknowledgedCount() - before,
                found.stream().map(Violation::toString).toList(),
                healSeconds);
    }

    @Override
    public void close() {
        planter.close();
        witness.close();
        town.close();
    }

    /** Journeys begun in a second, of four or so commands each; what starts again on a small machine needs its share too. */
    private double journeysPerSecond() {
        return switch (extent) {
            case SHORT -> 4;
            case WHOLE -> 8;
        };
    }

    private List<Violation> checkHealth() {
        List<Violation> untrue = new ArrayList<>();
        for (PlatformService service : PlatformService.values()) {
            for (String probe : List.of("readiness", "liveness")) {
                int status = town.healthStatus(service, probe);
                if (status != 200) {
                    untrue.add(new Violation("I14", probe + " of " + service.id() + " is " + status + " in peace"));
                }
            }
        }
        return untrue;
    }
}
