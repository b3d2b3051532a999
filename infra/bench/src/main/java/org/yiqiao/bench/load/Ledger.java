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
public final class Ledger {

    private static final long LONGEST = 600 * Micros.SECOND;

    private final Arrivals arrivals;
    private final Histogram answers = new ConcurrentHistogram(LONGEST, 3);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong acceptedInTime = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Map<Long, Open> samples = new ConcurrentSkipListMap<>();
    private final Map<String, Open> outstanding = new ConcurrentHashMap<>();
    private final Map<String, Long> logged = new ConcurrentHashMap<>();

    private record Open(String id, long accepted, long written, AtomicLong visible) {}

    public Ledger(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    /** A request was answered well, under this id. */
    public void answered(int index, String id, long written) {
        accepted.incrementAndGet();
        if (written <= arrivals.end()) {
            acceptedInTime.incrementAndGet();
        }
        long arrival = arrivals.at(index);
        answers.recordValue(Math.clamp(written - arrival, 1, LONGEST));
        if (arrivals.isSample(index)) {
            Open open = new Open(id, arrival, written, new AtomicLong());
            samples.put((long) index, open);
            outstanding.put(id, open);
        }
    }

    /** Requests that were answered otherwise, or not at all. */
    public void failed(long count) {
        failed.addAndGet(count);
    }

    /** Requests besides the samples, of which only their number is known. */
    public void answeredApartFromSamples(long others, long othersInTime) {
        accepted.addAndGet(others);
        acceptedInTime.addAndGet(othersInTime);
    }

    /** The event of this id was read from the topic. */
    void logged(String id, long time) {
        logged.putIfAbsent(id, time);
    }

    /** Samples whose rows have not been found. */
    Collection<String> outstanding() {
        return outstanding.keySet();
    }

    void visible(String id, long time) {
        Open open = outstanding.remove(id);
        if (open != null) {
            open.visible().set(time);
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

    Histogram answers() {
        return answers.copy();
    }

    /** The samples in the order of their arrival. */
    List<Sample> samples() {
        List<Sample> all = new ArrayList<>();
        samples.values()
                .forEach(open -> all.add(new Sample(
                        open.id(),
                        open.accepted(),
                        open.written(),
                        logged.getOrDefault(open.id(), 0L),
                        open.visible().get())));
        return all;
    }
}
