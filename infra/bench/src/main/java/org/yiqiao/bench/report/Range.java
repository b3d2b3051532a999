package org.yiqiao.bench.report;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.yiqiao.bench.contest.Medians;

/** The median of several runs, and between which figures they lay. */
public record Range(double median, double lowest, double highest) {

    static <T> Range of(Collection<T> runs, ToDoubleFunction<T> figure) {
        return new Range(
                Medians.of(runs, figure),
                runs.stream().mapToDouble(figure).min().orElse(0),
                runs.stream().mapToDouble(figure).max().orElse(0));
    }
}
