package org.yiqiao.bench.load;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * One stretch of load, as it went; latencies in milliseconds from the arrival.
 *
 * @param rate that was offered, per second
 * @param accepted requests that were answered well
 * @param acceptedInTime of these, before the last arrival's time was over
 * @param unseen samples whose row did not come
 * @param drift by how much the median latency of the last third is above that of the first: a backlog that grows
 */
public record Stretch(
        double rate,
        int offered,
        long accepted,
        long acceptedInTime,
        long failed,
        int samples,
        int unseen,
        Quantiles written,
        Quantiles logged,
        Quantiles visible,
        double drift) {

    /** In milliseconds. */
    public record Quantiles(double p50, double p90, double p99, double max) {

        static Quantiles of(Histogram micros) {
            return new Quantiles(
                    micros.getValueAtPercentile(50) / 1_000.0,
                    micros.getValueAtPercentile(90) / 1_000.0,
                    micros.getValueAtPercentile(99) / 1_000.0,
                    micros.getMaxValue() / 1_000.0);
        }

        private static Quantiles of(List<Sample> samples, ToDoubleFunction<Sample> millis) {
            Histogram histogram = new Histogram(3);
            samples.forEach(
                    sample -> histogram.recordValue(Math.max(1, Math.round(millis.applyAsDouble(sample) * 1_000))));
            return of(histogram);
        }
    }

    static Stretch of(Ledger ledger, long ended) {
        List<Sample> samples = ledger.samples();
        List<Sample> logged =
                samples.stream().filter(sample -> sample.logged() > 0).toList();
        return new Stretch(
                ledger.arrivals().rate(),
                ledger.arrivals().count(),
                ledger.accepted(),
                ledger.acceptedInTime(),
                ledger.failed(),
                samples.size(),
                (int) samples.stream().filter(sample -> sample.visible() == 0).count(),
                ledger.answers().getTotalCount() > 0
                        ? Quantiles.of(ledger.answers())
                        : Quantiles.of(samples, sample -> (sample.written() - sample.accepted()) / 1_000.0),
                Quantiles.of(logged, sample -> (sample.logged() - sample.accepted()) / 1_000.0),
                Quantiles.of(samples, sample -> sample.visibleMillis(ended)),
                drift(samples, ended));
    }

    private static double drift(List<Sample> samples, long ended) {
        int third = samples.size() / 3;
        if (third == 0) {
            return 0;
        }
        return median(samples.subList(samples.size() - third, samples.size()), ended)
                - median(samples.subList(0, third), ended);
    }

    private static double median(List<Sample> samples, long ended) {
        return Quantiles.of(samples, sample -> sample.visibleMillis(ended)).p50();
    }
}
