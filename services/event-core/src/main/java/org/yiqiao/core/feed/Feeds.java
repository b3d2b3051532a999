package org.yiqiao.core.feed;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.yiqiao.contracts.DomainEvent;

/** Makes the feed of each subscriber of a service. */
public final class Feeds {

    private final MongoDatabase database;
    private final Parking parking;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    public Feeds(MongoDatabase database, DeadLetters deadLetters, MeterRegistry meters) {
        this.database = database;
        this.parking = new Parking(database);
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    public Feed<?, ?> of(Subscriber<?> subscriber) {
        return switch (subscriber) {
            case Projection<?, ?> projection -> projecting(projection);
            case Reaction<?> reaction -> reacting(reaction);
        };
    }

    /** The rows of a projection, for those who read them. */
    public <R> RowStore<R> rows(Projection<?, R> projection) {
        return new RowStore<>(database, projection.name(), projection.row(), projection.indexes());
    }

    public Parking parking() {
        return parking;
    }

    <E extends DomainEvent, R> Rebuilding<R> rebuilding(
            Projection<E, R> projection, Map<String, Object> connection, Clock clock) {
        Application<R> application = new Application.Projecting<>(projection);
        return new Rebuilding<>(database, projection, application, rows(projection), parking, connection, clock);
    }

    private <E extends DomainEvent, R> Feed<E, R> projecting(Projection<E, R> projection) {
        return feed(projection, new Application.Projecting<>(projection), rows(projection));
    }

    private <E extends DomainEvent> Feed<E, ?> reacting(Reaction<E> reaction) {
        RowStore<Application.Reacted> rows =
                new RowStore<>(database, reaction.name(), Application.Reacted.class, List.of());
        return feed(reaction, new Application.Reacting<>(reaction), rows);
    }

    private <E extends DomainEvent, R> Feed<E, R> feed(
            Subscriber<E> subscriber, Application<R> application, RowStore<R> rows) {
        return new Feed<>(
                subscriber, application, rows, parking, deadLetters, new FeedMeter(meters, subscriber.name()));
    }
}
