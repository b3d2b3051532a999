package org.yiqiao.edge.web;

import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;

/**
 * An aggregate type exposed as an HTTP resource. Its endpoints are {@code GET path/{id}}, {@code POST
 * path/{id}/{command}} for each update command, and {@code POST path} for the create command.
 *
 * <p>The commands are the command records in the package of the aggregate. A new command record has an endpoint without
 * further code.
 *
 * @param path such as {@code /api/requests}
 */
public record AggregateResource<S, E extends DomainEvent, F>(String path, AggregateCommandHandler<S, E, F> handler) {}
