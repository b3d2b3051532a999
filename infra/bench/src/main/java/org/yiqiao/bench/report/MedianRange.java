package org.yiqiao.bench.report;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.yiqiao.bench.comparison.Median;

/** The median of several runs, with the lowest and the highest figure. */
public record MedianRange(double median, double lowest, double highest) {

    static <T> MedianRange of(Collection<T> runs, ToDoubleFunction<T> figure) {
        return new MedianRange(
                Median.of(runs, figure),
                runs.stream().mapToDouble(figure).min().orElse(0),
                runs.stream().mapToDouble(figure).max().orElse(0));
    }
}
