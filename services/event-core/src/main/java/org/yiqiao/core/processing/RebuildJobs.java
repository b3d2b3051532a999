package org.yiqiao.core.processing;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rebuilds that this process was asked for, the last one of each projection. One that its process did not live to
 * end is simply asked for again.
 */
public final class RebuildJobs implements AutoCloseable {

    private final EventProcessorFactory processorFactory;
    private final Map<String, Object> connection;
    private final Clock clock;
    private final Map<String, RunningJob> jobs = new ConcurrentHashMap<>();

    private record RunningJob(RebuildJob<?> rebuildJob, Thread thread) {}

    public RebuildJobs(EventProcessorFactory feeds, Map<String, Object> connection, Clock clock) {
        this.processorFactory = feeds;
        this.connection = Map.copyOf(connection);
        this.clock = clock;
    }

    /** Rebuilds a projection in the background; while that goes on, another call leads to the same rebuild. */
    public RebuildStatus start(Projection<?, ?> projection) {
        RunningJob job = jobs.compute(
                projection.name(),
                (name, last) -> last != null && last.rebuildJob().isRunning() ? last : startJob(projection));
        return Objects.requireNonNull(job).rebuildJob().status();
    }

    private RunningJob startJob(Projection<?, ?> projection) {
        RebuildJob<?> rebuilding = processorFactory.createRebuildJob(projection, connection, clock);
        return new RunningJob(
                rebuilding,
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-" + projection.name())
                        .start(rebuilding));
    }

    /** The last rebuild of a projection that this process was asked for. */
    public Optional<RebuildStatus> findStatus(String subscriber) {
        return Optional.ofNullable(jobs.get(subscriber))
                .map(job -> job.rebuildJob().status());
    }

    @Override
    public void close() {
        jobs.values().forEach(job -> job.thread().interrupt());
    }
}
