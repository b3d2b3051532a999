package org.yiqiao.support.operations;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.binding.stream.EventProcessorFunction;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.processing.DeadLetterReplay;
import org.yiqiao.core.processing.EventProcessor;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.core.processing.RebuildService;
import org.yiqiao.edge.openapi.OperationName;
import org.yiqiao.edge.web.RejectedException;

/** Lets operators inspect the event handlers of a service, replay dead letters and rebuild projections. */
@RestController
@Tag(name = "Event handlers")
final class EventHandlerController {

    private final Map<String, EventProcessor<?, ?>> processorsByName;
    private final EventProcessorFactory processorFactory;
    private final DeadLetterReplay deadLetterReplay;
    private final RebuildService rebuildJobs;

    EventHandlerController(
            List<EventProcessorFunction> functions,
            EventProcessorFactory processorFactory,
            DeadLetterReplay deadLetterReplay,
            RebuildService rebuildJobs) {
        this.processorsByName = functions.stream()
                .map(EventProcessorFunction::processor)
                .collect(Collectors.toUnmodifiableMap(
                        processor -> processor.eventHandler().name(), Function.identity()));
        this.processorFactory = processorFactory;
        this.deadLetterReplay = deadLetterReplay;
        this.rebuildJobs = rebuildJobs;
    }

    /**
     * An event handler: a projection or a reaction of the service.
     *
     * @param name name of the event handler
     * @param topic topic from which the event handler reads
     * @param parked number of its events that wait for a predecessor
     */
    record EventHandlerView(String name, String topic, long parked) {}

    /** Lists the event handlers of the service. */
    @RequiresPermission("feeds.read")
    @OperationName("feedsList")
    @GetMapping("/api/operations/subscribers")
    List<EventHandlerView> listEventHandlers() {
        return processorsByName.values().stream()
                .map(processor -> new EventHandlerView(
                        processor.eventHandler().name(),
                        processor.eventHandler().sourceService().topic(),
                        processorFactory
                                .parkedEvents()
                                .count(processor.eventHandler().name())))
                .sorted(Comparator.comparing(EventHandlerView::name))
                .toList();
    }

    /**
     * Replays the dead letters of an event handler.
     *
     * @param name name of the event handler
     */
    @RequiresPermission("feeds.replay")
    @PostMapping("/api/operations/subscribers/{name}/replay-dead-letters")
    DeadLetterReplay.ReplayReport replayDeadLetters(@PathVariable String name) {
        return deadLetterReplay.replay(requireProcessor(name));
    }

    /**
     * Rebuilds the rows of a projection from its topic while the projection continues to process events. A request
     * during a running rebuild returns that rebuild.
     *
     * @param name name of the projection
     */
    @RequiresPermission("feeds.rebuild")
    @PostMapping("/api/operations/subscribers/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<RebuildStatusView> startRebuild(@PathVariable String name) {
        return switch (requireProcessor(name).eventHandler()) {
            case Projection<?, ?> projection ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/operations/subscribers/" + name + "/rebuild"))
                        .body(RebuildStatusView.of(rebuildJobs.start(projection)));
            case Reaction<?> reaction ->
                throw new RejectedException(
                        Rejection.conflict("rebuild.reaction").withDetail("name", reaction.name()));
        };
    }

    /**
     * Returns the status of the last rebuild that was requested from this process.
     *
     * @param name name of the projection
     */
    @RequiresPermission("feeds.read")
    @OperationName("feedsRebuildRead")
    @GetMapping("/api/operations/subscribers/{name}/rebuild")
    RebuildStatusView lastRebuild(@PathVariable String name) {
        return rebuildJobs
                .findStatus(requireProcessor(name).eventHandler().name())
                .map(RebuildStatusView::of)
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("rebuild.unknown").withDetail("name", name)));
    }

    private EventProcessor<?, ?> requireProcessor(String name) {
        EventProcessor<?, ?> processor = processorsByName.get(name);
        if (processor == null) {
            throw new RejectedException(Rejection.notFound("subscriber.unknown").withDetail("name", name));
        }
        return processor;
    }
}
