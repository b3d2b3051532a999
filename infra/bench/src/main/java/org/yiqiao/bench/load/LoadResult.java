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
public record LoadResult(
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

        private static Quantiles of(List<RequestTimings> samples, ToDoubleFunction<RequestTimings> millis) {
            Histogram histogram = new Histogram(3);
            samples.forEach(
                    sample -> histogram.recordValue(Math.max(1, Math.round(millis.applyAsDouble(sample) * 1_000))));
            return of(histogram);
        }
    }

    static LoadResult of(LoadRecorder ledger, long ended) {
        List<RequestTimings> samples = ledger.samples();
        List<RequestTimings> logged =
                samples.stream().filter(sample -> sample.loggedAt() > 0).toList();
        return new LoadResult(
                ledger.schedule().rate(),
                ledger.schedule().count(),
                ledger.accepted(),
                ledger.acceptedInTime(),
                ledger.failed(),
                samples.size(),
                (int) samples.stream().filter(sample -> sample.visibleAt() == 0).count(),
                ledger.answerLatencies().getTotalCount() > 0
                        ? Quantiles.of(ledger.answerLatencies())
                        : Quantiles.of(samples, sample -> (sample.writtenAt() - sample.arrivedAt()) / 1_000.0),
                Quantiles.of(logged, sample -> (sample.loggedAt() - sample.arrivedAt()) / 1_000.0),
                Quantiles.of(samples, sample -> sample.visibleMillis(ended)),
                drift(samples, ended));
    }

    private static double drift(List<RequestTimings> samples, long ended) {
        int third = samples.size() / 3;
        if (third == 0) {
            return 0;
        }
        return median(samples.subList(samples.size() - third, samples.size()), ended)
                - median(samples.subList(0, third), ended);
    }

    private static double median(List<RequestTimings> samples, long ended) {
        return Quantiles.of(samples, sample -> sample.visibleMillis(ended)).p50();
    }
}
