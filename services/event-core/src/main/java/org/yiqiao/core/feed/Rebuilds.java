package org.yiqiao.core.feed;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rebuilds that this process was asked for, the last one of each projection. One that its process did not live to
 * end is simply asked for again.
 */
public final class Rebuilds implements AutoCloseable {

    private final Feeds feeds;
    private final Map<String, Object> connection;
    private final Clock clock;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    private record Job(Rebuilding<?> rebuilding, Thread thread) {}

    public Rebuilds(Feeds feeds, Map<String, Object> connection, Clock clock) {
        this.feeds = feeds;
        this.connection = Map.copyOf(connection);
        this.clock = clock;
    }

    /** Rebuilds a projection in the background; while that goes on, another call leads to the same rebuild. */
    public Rebuild start(Projection<?, ?> projection) {
        Job job = jobs.compute(
                projection.name(),
                (name, last) -> last != null && last.rebuilding().isRunning() ? last : begin(projection));
        return Objects.requireNonNull(job).rebuilding().progress();
    }

    private Job begin(Projection<?, ?> projection) {
        Rebuilding<?> rebuilding = feeds.rebuilding(projection, connection, clock);
        return new Job(
                rebuilding,
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-" + projection.name())
                        .start(rebuilding));
    }

    /** The last rebuild of a projection that this process was asked for. */
    public Optional<Rebuild> of(String subscriber) {
        return Optional.ofNullable(jobs.get(subscriber))
                .map(job -> job.rebuilding().progress());
    }

    @Override
    public void close() {
        jobs.values().forEach(job -> job.thread().interrupt());
    }
}
