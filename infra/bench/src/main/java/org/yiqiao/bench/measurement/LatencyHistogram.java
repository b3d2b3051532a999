package org.yiqiao.bench.measurement;

import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.yiqiao.bench.report.BenchmarkFigure;

/** A histogram of the duration of a repeated action. Quantiles are in milliseconds. */
final class LatencyHistogram {

    private final Histogram micros = new Histogram(3);

    void measure(Callable<?> action) throws Exception {
        long before = System.nanoTime();
        action.call();
        micros.recordValue(Math.max(1, (System.nanoTime() - before) / 1_000));
    }

    double p50() {
        return micros.getValueAtPercentile(50) / 1_000.0;
    }

    double p99() {
        return micros.getValueAtPercentile(99) / 1_000.0;
    }

    List<BenchmarkFigure> figures(String name) {
        return List.of(new BenchmarkFigure(name + "P50", p50(), "ms"), new BenchmarkFigure(name + "P99", p99(), "ms"));
    }
}
