package org.yiqiao.bench.comparison;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of several figures, so that one lucky or unlucky turn counts for nothing. */
public final class Median {

    private Median() {}

    /** The middle one, or the mean of the two in the middle; 0 of none. */
    public static <T> double of(Collection<T> all, ToDoubleFunction<T> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
