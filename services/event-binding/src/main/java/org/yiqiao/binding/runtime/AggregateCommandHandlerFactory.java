package org.yiqiao.binding.runtime;

import java.time.Clock;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.outbox.OutboxRelay;

/** Creates the command handlers of a service, which share one store, one relay and one clock. */
public record AggregateCommandHandlerFactory(AggregateStore store, OutboxRelay relay, Clock clock) {

    /** Creates the command handler of an aggregate type, and registers its outboxes for the sweep of the relay. */
    public <S, E extends DomainEvent, F> AggregateCommandHandler<S, E, F> create(AggregateType<S, E, F> aggregate) {
        AggregateCommandHandler<S, E, F> handler = new AggregateCommandHandler<>(aggregate, store, relay, clock);
        relay.registerForSweep(aggregate);
        return handler;
    }
}
