package org.yiqiao.bench.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Records the outcome of the requests of one load phase. Thread-safe. */
public final class LoadRecorder {

    private static final long MAX_LATENCY = 600 * MicrosecondClock.SECOND;

    private final ArrivalSchedule arrivals;
    private final Histogram answers = new ConcurrentHistogram(MAX_LATENCY, 3);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong acceptedInTime = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Map<Long, PendingSample> samples = new ConcurrentSkipListMap<>();
    private final Map<String, PendingSample> outstanding = new ConcurrentHashMap<>();
    private final Map<String, Long> logged = new ConcurrentHashMap<>();

    private record PendingSample(String id, long arrivedAt, long writtenAt, AtomicLong visibleAt) {}

    public LoadRecorder(ArrivalSchedule arrivals) {
        this.arrivals = arrivals;
    }

    public ArrivalSchedule schedule() {
        return arrivals;
    }

    /** Records that the request was accepted under this id at this time. */
    public void recordAnswer(int index, String id, long time) {
        accepted.incrementAndGet();
        if (time <= arrivals.endTime()) {
            acceptedInTime.incrementAndGet();
        }
        long arrival = arrivals.timeOf(index);
        answers.recordValue(Math.clamp(time - arrival, 1, MAX_LATENCY));
        if (arrivals.isSampled(index)) {
            PendingSample sample = new PendingSample(id, arrival, time, new AtomicLong());
            samples.put((long) index, sample);
            outstanding.put(id, sample);
        }
    }

    /** Records a request that was rejected or not answered. */
    public void recordFailure() {
        failed.incrementAndGet();
    }

    /**
     * Adds the accepted requests that are not samples, of which only the number is known.
     *
     * @param count number of requests
     * @param inTime number of those that were accepted before the end of the load phase
     */
    public void recordUnsampledAnswers(long count, long inTime) {
        accepted.addAndGet(count);
        acceptedInTime.addAndGet(inTime);
    }

    /** Records that the event of this id was read from the topic. */
    void recordLogged(String id, long time) {
        logged.putIfAbsent(id, time);
    }

    /** Returns the ids of the samples without a row so far. */
    Collection<String> outstandingIds() {
        return outstanding.keySet();
    }

    void recordVisible(String id, long time) {
        PendingSample sample = outstanding.remove(id);
        if (sample != null) {
            sample.visibleAt().set(time);
        }
    }

    long accepted() {
        return accepted.get();
    }

    long acceptedInTime() {
        return acceptedInTime.get();
    }

    long failed() {
        return failed.get();
    }

    Histogram answerLatencies() {
        return answers.copy();
    }

    /** Returns the samples in the order of their arrival. */
    List<RequestTimings> samples() {
        List<RequestTimings> timings = new ArrayList<>();
        samples.values()
                .forEach(sample -> timings.add(new RequestTimings(
                        sample.id(),
                        sample.arrivedAt(),
                        sample.writtenAt(),
                        logged.getOrDefault(sample.id(), 0L),
                        sample.visibleAt().get())));
        return timings;
    }
}
