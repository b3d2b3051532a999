package org.yiqiao.core.processing;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.yiqiao.contracts.DomainEvent;

/** Creates the event processor of each event handler of a service. */
public final class EventProcessorFactory {

    private final MongoDatabase database;
    private final OutOfOrderEventStore parkedEvents;
    private final DeadLetterPublisher deadLetters;
    private final MeterRegistry meters;

    public EventProcessorFactory(MongoDatabase database, DeadLetterPublisher deadLetters, MeterRegistry meters) {
        this.database = database;
        this.parkedEvents = new OutOfOrderEventStore(database);
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    public EventProcessor<?, ?> create(EventHandler<?> eventHandler) {
        return switch (eventHandler) {
            case Projection<?, ?> projection -> createProjectionProcessor(projection);
            case Reaction<?> reaction -> createReactionProcessor(reaction);
        };
    }

    /** Returns the rows of a projection, for readers. */
    public <R> RowStore<R> rowStore(Projection<?, R> projection) {
        return new RowStore<>(database, projection.name(), projection.rowClass(), projection.indexedFields());
    }

    public OutOfOrderEventStore parkedEvents() {
        return parkedEvents;
    }

    <E extends DomainEvent, R> RebuildJob<R> createRebuildJob(
            Projection<E, R> projection, Map<String, Object> connection, Clock clock) {
        EventHandlerInvoker<R> invoker = new EventHandlerInvoker.ProjectionInvoker<>(projection);
        return new RebuildJob<>(database, projection, invoker, rowStore(projection), parkedEvents, connection, clock);
    }

    private <E extends DomainEvent, R> EventProcessor<E, R> createProjectionProcessor(Projection<E, R> projection) {
        return createProcessor(
                projection, new EventHandlerInvoker.ProjectionInvoker<>(projection), rowStore(projection));
    }

    private <E extends DomainEvent> EventProcessor<E, ?> createReactionProcessor(Reaction<E> reaction) {
        RowStore<EventHandlerInvoker.ReactionRow> rows =
                new RowStore<>(database, reaction.name(), EventHandlerInvoker.ReactionRow.class, List.of());
        return createProcessor(reaction, new EventHandlerInvoker.ReactionInvoker<>(reaction), rows);
    }

    private <E extends DomainEvent, R> EventProcessor<E, R> createProcessor(
            EventHandler<E> eventHandler, EventHandlerInvoker<R> invoker, RowStore<R> rows) {
        return new EventProcessor<>(
                eventHandler,
                invoker,
                rows,
                parkedEvents,
                deadLetters,
                new EventProcessorMetrics(meters, eventHandler.name()));
    }
}
