package org.yiqiao.bench.report;

import java.util.List;
import org.yiqiao.bench.contest.Turn;

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
        List<Turn> runs,
        double sustainableRate,
        double cpuSecondsPer1000,
        double cpuSecondsPer1000AtHalfRate,
        double p50Millis,
        double p99Millis,
        Ranges ranges) {

    /** @param clientCpu what the load generator itself used for a thousand */
    public record Ranges(
            Range sustainableRate,
            Range applicationCpu,
            Range applicationCpuAtHalfRate,
            Range brokerCpu,
            Range storeCpu,
            Range clientCpu,
            Range writtenP50,
            Range loggedP50,
            Range visibleP50,
            Range visibleP99) {}

    public static SubjectFigures of(String name, List<Turn> turns) {
        Ranges ranges = new Ranges(
                Range.of(turns, Turn::sustainableRate),
                Range.of(turns, turn -> turn.cost().application()),
                Range.of(turns, turn -> turn.half().application()),
                Range.of(turns, turn -> turn.cost().broker()),
                Range.of(turns, turn -> turn.cost().store()),
                Range.of(turns, turn -> turn.cost().client()),
                Range.of(turns, turn -> turn.half().load().written().p50()),
                Range.of(turns, turn -> turn.half().load().logged().p50()),
                Range.of(turns, turn -> turn.half().load().visible().p50()),
                Range.of(turns, turn -> turn.half().load().visible().p99()));
        return new SubjectFigures(
                name,
                turns,
                ranges.sustainableRate().median(),
                ranges.applicationCpu().median(),
                ranges.applicationCpuAtHalfRate().median(),
                ranges.visibleP50().median(),
                ranges.visibleP99().median(),
                ranges);
    }
}
