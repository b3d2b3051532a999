package org.yiqiao.bench.comparison;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The median of several figures. A single outlier does not change it much. */
public final class Median {

    private Median() {}

    /** Returns the middle figure, the mean of the two middle figures of an even number, or 0 if there are none. */
    public static <T> double of(Collection<T> values, ToDoubleFunction<T> figure) {
        double[] sorted = values.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
