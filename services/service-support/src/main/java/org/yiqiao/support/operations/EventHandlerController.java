package org.yiqiao.support.operations;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.binding.stream.EventProcessorFunction;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.processing.DeadLetterReplay;
import org.yiqiao.core.processing.EventProcessor;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.core.processing.RebuildJobs;
import org.yiqiao.edge.web.RejectedException;

/** What an operator sees and does of the subscribers of a service. */
@RestController
final class EventHandlerController {

    private final Map<String, EventProcessor<?, ?>> processorsByName;
    private final EventProcessorFactory processorFactory;
    private final DeadLetterReplay deadLetterReplay;
    private final RebuildJobs rebuildJobs;

    EventHandlerController(
            List<EventProcessorFunction> functions,
            EventProcessorFactory all,
            DeadLetterReplay replay,
            RebuildJobs rebuilds) {
        this.processorsByName = functions.stream()
                .map(EventProcessorFunction::processor)
                .collect(
                        Collectors.toUnmodifiableMap(feed -> feed.eventHandler().name(), Function.identity()));
        this.processorFactory = all;
        this.deadLetterReplay = replay;
        this.rebuildJobs = rebuilds;
    }

    /**
     * @param topic that it reads
     * @param parked events of it that wait for a predecessor
     */
    record EventHandlerView(String name, String topic, long parked) {}

    @RequiresPermission("feeds.read")
    @GetMapping("/api/operations/subscribers")
    List<EventHandlerView> listEventHandlers() {
        return processorsByName.values().stream()
                .map(feed -> new EventHandlerView(
                        feed.eventHandler().name(),
                        feed.eventHandler().sourceService().topic(),
                        processorFactory
                                .parkedEvents()
                                .count(feed.eventHandler().name())))
                .sorted(Comparator.comparing(EventHandlerView::name))
                .toList();
    }

    /** Gives a subscriber its dead letters once more. */
    @RequiresPermission("feeds.replay")
    @PostMapping("/api/operations/subscribers/{name}/replay-dead-letters")
    DeadLetterReplay.ReplayReport replayDeadLetters(@PathVariable String name) {
        return deadLetterReplay.replay(requireProcessor(name));
    }

    /** Makes the rows of a projection anew from the log, while it goes on; asked again meanwhile, it leads to the same. */
    @RequiresPermission("feeds.rebuild")
    @PostMapping("/api/operations/subscribers/{name}/rebuild")
    ResponseEntity<RebuildView> startRebuild(@PathVariable String name) {
        return switch (requireProcessor(name).eventHandler()) {
            case Projection<?, ?> projection ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/operations/subscribers/" + name + "/rebuild"))
                        .body(RebuildView.of(rebuildJobs.start(projection)));
            case Reaction<?> reaction ->
                throw new RejectedException(
                        Rejection.conflict("rebuild.reaction").withDetail("name", reaction.name()));
        };
    }

    /** How far the last rebuild is that this process was asked for. */
    @RequiresPermission("feeds.read")
    @GetMapping("/api/operations/subscribers/{name}/rebuild")
    RebuildView lastRebuild(@PathVariable String name) {
        return rebuildJobs
                .findStatus(requireProcessor(name).eventHandler().name())
                .map(RebuildView::of)
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("rebuild.unknown").withDetail("name", name)));
    }

    private EventProcessor<?, ?> requireProcessor(String name) {
        EventProcessor<?, ?> feed = processorsByName.get(name);
        if (feed == null) {
            throw new RejectedException(Rejection.notFound("subscriber.unknown").withDetail("name", name));
        }
        return feed;
    }
}
