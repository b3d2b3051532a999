package org.yiqiao.support.spine;

import java.time.Clock;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.outbox.Relay;

/** What a service's aggregates stand on: one store, one relay, one clock. */
public record Spine(AggregateStore store, Relay relay, Clock clock) {

    /** A handler of the aggregate's commands, its outboxes swept from now on. */
    public <S, E extends DomainEvent, F> CommandHandler<S, E, F> handler(Aggregate<S, E, F> aggregate) {
        CommandHandler<S, E, F> handler = new CommandHandler<>(aggregate, store, relay, clock);
        relay.sweep(aggregate);
        return handler;
    }
}
