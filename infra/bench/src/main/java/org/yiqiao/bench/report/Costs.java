package org.yiqiao.bench.report;

import java.util.List;
import java.util.function.Function;
import org.yiqiao.bench.contest.Turn;

/**
 * Processor seconds for a thousand requests, and where the turns lay.
 *
 * @param application the subject's own processes
 * @param client the load generator with its readers
 */
public record Costs(Range application, Range broker, Range store, Range client) {

    static Costs of(List<Turn> turns, Function<Turn, Turn.Cost> cost) {
        return new Costs(
                Range.of(turns, turn -> cost.apply(turn).application()),
                Range.of(turns, turn -> cost.apply(turn).broker()),
                Range.of(turns, turn -> cost.apply(turn).store()),
                Range.of(turns, turn -> cost.apply(turn).client()));
    }
}
