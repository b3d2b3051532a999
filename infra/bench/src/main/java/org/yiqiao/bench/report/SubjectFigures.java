package org.yiqiao.bench.report;

import java.util.List;
import org.yiqiao.bench.comparison.RoundResult;

/**
 * A subject's figures: medians of its turns, with the turns themselves.
 *
 * @param sustainableRate requests a second
 * @param cpuSecondsPer1000 of its own processes, at the rate that is the same for all
 * @param cpuSecondsPer1000AtHalfRate the same at half of the sustainable rate
 * @param p50Millis from arrival to row, at half of the sustainable rate
 * @param ranges where the turns lay
 */
public record SubjectFigures(
        String name,
        List<RoundResult> runs,
        double sustainableRate,
        double cpuSecondsPer1000,
        double cpuSecondsPer1000AtHalfRate,
        double p50Millis,
        double p99Millis,
        FigureRanges ranges) {

    /**
     * @param costs at the rate that is the same for all
     * @param costsAtHalfRate at half of the sustainable rate, as the latencies are
     */
    public record FigureRanges(
            MedianRange sustainableRate,
            CpuCostRanges costs,
            CpuCostRanges costsAtHalfRate,
            MedianRange writtenP50,
            MedianRange loggedP50,
            MedianRange visibleP50,
            MedianRange visibleP99) {}

    public static SubjectFigures of(String name, List<RoundResult> turns) {
        FigureRanges ranges = new FigureRanges(
                MedianRange.of(turns, RoundResult::sustainableRate),
                CpuCostRanges.of(turns, RoundResult::cost),
                CpuCostRanges.of(turns, RoundResult::half),
                MedianRange.of(turns, turn -> turn.half().load().written().p50()),
                MedianRange.of(turns, turn -> turn.half().load().logged().p50()),
                MedianRange.of(turns, turn -> turn.half().load().visible().p50()),
                MedianRange.of(turns, turn -> turn.half().load().visible().p99()));
        return new SubjectFigures(
                name,
                turns,
                ranges.sustainableRate().median(),
                ranges.costs().application().median(),
                ranges.costsAtHalfRate().application().median(),
                ranges.visibleP50().median(),
                ranges.visibleP99().median(),
                ranges);
    }
}
