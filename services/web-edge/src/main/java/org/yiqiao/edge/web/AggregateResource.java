package org.yiqiao.edge.web;

import java.util.List;
import java.util.stream.Stream;
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
 * @param formerPaths paths of earlier versions, at which the endpoints still answer
 */
public record AggregateResource<S, E extends DomainEvent, F>(
        String path, List<String> formerPaths, AggregateCommandHandler<S, E, F> handler) {

    public AggregateResource {
        formerPaths = List.copyOf(formerPaths);
    }

    /** Creates a resource that has always had its path. */
    public AggregateResource(String path, AggregateCommandHandler<S, E, F> handler) {
        this(path, List.of(), handler);
    }

    /** Returns the paths of an endpoint: the present one, then those of earlier versions. */
    String[] paths(String suffix) {
        return Stream.concat(Stream.of(path), formerPaths.stream())
                .map(each -> each + suffix)
                .toArray(String[]::new);
    }
}
