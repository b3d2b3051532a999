package org.yiqiao.edge.web;

import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.CommandHandler;

/**
 * One kind of aggregate as an HTTP resource: {@code GET path/{id}}, {@code POST path/{id}/{command}} for each of its
 * commands, {@code POST path} for its creation. The commands are the records beside the aggregate, so that a new one is
 * an endpoint by being written.
 *
 * @param path such as {@code /api/requests}
 */
public record AggregateResource<S, E extends DomainEvent, F>(String path, CommandHandler<S, E, F> handler) {}
