package org.yiqiao.bench.report;

import java.util.List;
import org.yiqiao.bench.comparison.SubjectRoundResult;

/**
 * The figures of a subject: the medians of its turns, and the turns themselves.
 *
 * @param sustainableRate requests per second
 * @param cpuSecondsPer1000 CPU seconds of the subject's own processes per 1,000 requests, at the common rate
 * @param cpuSecondsPer1000AtHalfRate the same at half of the sustainable rate
 * @param p50Millis time from arrival to row, at half of the sustainable rate
 * @param ranges median, lowest and highest figure of the turns
 */
public record SubjectFigures(
        String name,
        List<SubjectRoundResult> runs,
        double sustainableRate,
        double cpuSecondsPer1000,
        double cpuSecondsPer1000AtHalfRate,
        double p50Millis,
        double p99Millis,
        FigureRanges ranges) {

    /**
     * The ranges of the figures; latencies are in milliseconds at half of the sustainable rate.
     *
     * @param costs costs at the common rate
     * @param costsAtHalfRate costs at half of the sustainable rate
     */
    public record FigureRanges(
            MedianRange sustainableRate,
            CpuCostRanges costs,
            CpuCostRanges costsAtHalfRate,
            MedianRange writtenP50,
            MedianRange loggedP50,
            MedianRange visibleP50,
            MedianRange visibleP99) {}

    public static SubjectFigures of(String name, List<SubjectRoundResult> turns) {
        FigureRanges ranges = new FigureRanges(
                MedianRange.of(turns, SubjectRoundResult::sustainableRate),
                CpuCostRanges.of(turns, SubjectRoundResult::cost),
                CpuCostRanges.of(turns, SubjectRoundResult::half),
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
