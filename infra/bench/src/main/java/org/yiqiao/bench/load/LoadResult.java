package org.yiqiao.bench.load;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * The result of one load phase. Latencies are in milliseconds from the arrival.
 *
 * @param rate offered requests per second
 * @param accepted number of accepted requests
 * @param acceptedInTime number of requests that were accepted before the end of the load phase
 * @param unseen number of samples without a row
 * @param drift median latency of the last third minus that of the first third; a growing backlog makes it large
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

    /** Quantiles in milliseconds. */
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

    static LoadResult of(LoadRecorder recorder, long ended) {
        List<RequestTimings> samples = recorder.samples();
        List<RequestTimings> logged =
                samples.stream().filter(sample -> sample.loggedAt() > 0).toList();
        return new LoadResult(
                recorder.schedule().rate(),
                recorder.schedule().count(),
                recorder.accepted(),
                recorder.acceptedInTime(),
                recorder.failed(),
                samples.size(),
                (int) samples.stream().filter(sample -> sample.visibleAt() == 0).count(),
                recorder.answerLatencies().getTotalCount() > 0
                        ? Quantiles.of(recorder.answerLatencies())
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
