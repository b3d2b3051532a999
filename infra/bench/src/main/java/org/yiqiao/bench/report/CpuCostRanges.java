package org.yiqiao.bench.report;

import java.util.List;
import java.util.function.Function;
import org.yiqiao.bench.comparison.SubjectRoundResult;

/**
 * CPU seconds per 1,000 requests, as the median and range of the turns.
 *
 * @param application the subject's own processes
 * @param client the load generator, including its readers
 */
public record CpuCostRanges(MedianRange application, MedianRange broker, MedianRange store, MedianRange client) {

    static CpuCostRanges of(
            List<SubjectRoundResult> turns, Function<SubjectRoundResult, SubjectRoundResult.CpuCost> cost) {
        return new CpuCostRanges(
                MedianRange.of(turns, turn -> cost.apply(turn).application()),
                MedianRange.of(turns, turn -> cost.apply(turn).broker()),
                MedianRange.of(turns, turn -> cost.apply(turn).store()),
                MedianRange.of(turns, turn -> cost.apply(turn).client()));
    }
}
