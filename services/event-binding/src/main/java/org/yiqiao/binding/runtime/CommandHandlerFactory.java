package org.yiqiao.binding.runtime;

import java.time.Clock;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.outbox.OutboxRelay;

/** What a service's aggregates stand on: one store, one relay, one clock. */
public record CommandHandlerFactory(AggregateStore store, OutboxRelay relay, Clock clock) {

    /** A handler of the aggregate's commands, its outboxes swept from now on. */
    public <S, E extends DomainEvent, F> CommandHandler<S, E, F> create(AggregateType<S, E, F> aggregate) {
        CommandHandler<S, E, F> handler = new CommandHandler<>(aggregate, store, relay, clock);
        relay.registerForSweep(aggregate);
        return handler;
    }
}
