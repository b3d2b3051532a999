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

/** What became of the requests of one stretch of load. Safe for any number of threads. */
public final class LoadRecorder {

    private static final long LONGEST = 600 * MicrosecondClock.SECOND;

    private final ArrivalSchedule arrivals;
    private final Histogram answers = new ConcurrentHistogram(LONGEST, 3);
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

    /** A request was answered well, under this id. */
    public void recordAnswer(int index, String id, long written) {
        accepted.incrementAndGet();
        if (written <= arrivals.endTime()) {
            acceptedInTime.incrementAndGet();
        }
        long arrival = arrivals.timeOf(index);
        answers.recordValue(Math.clamp(written - arrival, 1, LONGEST));
        if (arrivals.isSampled(index)) {
            PendingSample open = new PendingSample(id, arrival, written, new AtomicLong());
            samples.put((long) index, open);
            outstanding.put(id, open);
        }
    }

    /** Requests that were answered otherwise, or not at all. */
    public void failed(long count) {
        failed.addAndGet(count);
    }

    /** Requests besides the samples, of which only their number is known. */
    public void recordUnsampledAnswers(long others, long othersInTime) {
        accepted.addAndGet(others);
        acceptedInTime.addAndGet(othersInTime);
    }

    /** The event of this id was read from the topic. */
    void recordLogged(String id, long time) {
        logged.putIfAbsent(id, time);
    }

    /** Samples whose rows have not been found. */
    Collection<String> outstandingIds() {
        return outstanding.keySet();
    }

    void recordVisible(String id, long time) {
        PendingSample open = outstanding.remove(id);
        if (open != null) {
            open.visibleAt().set(time);
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

    /** The samples in the order of their arrival. */
    List<RequestTimings> samples() {
        List<RequestTimings> all = new ArrayList<>();
        samples.values()
                .forEach(open -> all.add(new RequestTimings(
                        open.id(),
                        open.arrivedAt(),
                        open.writtenAt(),
                        logged.getOrDefault(open.id(), 0L),
                        open.visibleAt().get())));
        return all;
    }
}
