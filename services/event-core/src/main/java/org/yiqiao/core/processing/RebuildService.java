package org.yiqiao.core.processing;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the rebuilds requested from this process, and keeps the last one of each projection. If the process dies during
 * a rebuild, the operator requests the rebuild again.
 */
public final class RebuildService implements AutoCloseable {

    private final EventProcessorFactory processorFactory;
    private final Map<String, Object> connection;
    private final Clock clock;
    private final Map<String, RunningJob> jobs = new ConcurrentHashMap<>();

    private record RunningJob(RebuildJob<?> rebuildJob, Thread thread) {}

    public RebuildService(EventProcessorFactory processorFactory, Map<String, Object> connection, Clock clock) {
        this.processorFactory = processorFactory;
        this.connection = Map.copyOf(connection);
        this.clock = clock;
    }

    /** Starts a rebuild of a projection in the background. While it runs, another call returns the same rebuild. */
    public RebuildStatus start(Projection<?, ?> projection) {
        RunningJob job = jobs.compute(
                projection.name(),
                (name, last) -> last != null && last.rebuildJob().isRunning() ? last : startJob(projection));
        return Objects.requireNonNull(job).rebuildJob().status();
    }

    private RunningJob startJob(Projection<?, ?> projection) {
        RebuildJob<?> rebuildJob = processorFactory.createRebuildJob(projection, connection, clock);
        return new RunningJob(
                rebuildJob,
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-" + projection.name())
                        .start(rebuildJob));
    }

    /** Returns the last rebuild of a projection that this process was asked for. */
    public Optional<RebuildStatus> findStatus(String projectionName) {
        return Optional.ofNullable(jobs.get(projectionName))
                .map(job -> job.rebuildJob().status());
    }

    @Override
    public void close() {
        jobs.values().forEach(job -> job.thread().interrupt());
    }
}
