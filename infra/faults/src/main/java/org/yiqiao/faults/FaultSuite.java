package org.yiqiao.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.check.Checker;
import org.yiqiao.faults.check.Violation;
import org.yiqiao.faults.check.Witness;
import org.yiqiao.faults.fault.Extent;
import org.yiqiao.faults.fault.Fault;
import org.yiqiao.faults.fault.Planter;
import org.yiqiao.faults.fault.Scene;
import org.yiqiao.faults.load.Ground;
import org.yiqiao.faults.load.History;
import org.yiqiao.faults.load.Load;
import org.yiqiao.faults.report.FaultResult;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Http;
import org.yiqiao.faults.town.Town;

/** One town, struck by one fault after the other; after each, everything is held against every invariant. */
public final class FaultSuite implements AutoCloseable {

    private static final Duration TO_HEAL = Duration.ofSeconds(90);

    private final Town town;
    private final Extent extent;
    private final long seed;
    private final History history = new History();
    private final Ground ground;
    private final Witness witness;
    private final Planter planter;
    private final Set<Violation> known = new HashSet<>();

    /** @param folder where the town keeps its data */
    public FaultSuite(Path folder, Extent extent, long seed) throws IOException {
        this.extent = extent;
        this.seed = seed;
        town = new Town(folder);
        try {
            town.start();
            ground = Ground.lay(new Http(town, Duration.ofSeconds(30)));
            witness = new Witness(town, history);
            planter = new Planter(town.kafka());
        } catch (RuntimeException | IOException e) {
            town.close();
            throw e;
        }
    }

    /** Strikes once; violations that an earlier fault has already led to are not counted again. */
    public FaultResult strike(Fault fault) {
        long mine = seed + fault.id().hashCode();
        long before = history.acknowledged();
        Scene scene = new Scene(town, witness, planter, history, mine, extent);
        long healing;
        try (Load load = Load.start(town, ground, history, mine, rate())) {
            Await.pass(Duration.ofSeconds(1));
            fault.strike(scene);
            healing = System.nanoTime();
            load.stop();
        }
        List<Violation> found = new ArrayList<>(scene.violations());
        if (!witness.awaitQuiet(TO_HEAL)) {
            found.add(new Violation("I10", fault.id() + " has not healed after " + TO_HEAL.toSeconds() + " s"));
        }
        double healSeconds = (System.nanoTime() - healing) / 1e9;
        found.addAll(Checker.check(witness.take()));
        found.addAll(Bounds.check(town));
        found.addAll(health());
        found.removeIf(violation -> !known.add(violation));
        return new FaultResult(
                fault.id(),
                fault.title(),
                seed,
                scene.runs(),
                history.acknowledged() - before,
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
    private double rate() {
        return switch (extent) {
            case SHORT -> 4;
            case WHOLE -> 8;
        };
    }

    private List<Violation> health() {
        List<Violation> untrue = new ArrayList<>();
        for (Service service : Service.values()) {
            for (String probe : List.of("readiness", "liveness")) {
                int status = town.health(service, probe);
                if (status != 200) {
                    untrue.add(new Violation("I14", probe + " of " + service.id() + " is " + status + " in peace"));
                }
            }
        }
        return untrue;
    }
}
