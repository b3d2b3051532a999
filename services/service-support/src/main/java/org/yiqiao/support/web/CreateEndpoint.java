package org.yiqiao.support.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.support.access.OperationEndpoint;

/** Takes the command that brings an aggregate into being. */
final class CreateEndpoint<S, E extends DomainEvent, F> implements OperationEndpoint {

    private final Resource<S, E, F> resource;
    private final Class<? extends Creation<E, F>> creation;
    private final CommandEdge edge;
    private final String operation;

    private CreateEndpoint(
            Resource<S, E, F> resource, Class<? extends Creation<E, F>> creation, CommandEdge edge, String operation) {
        this.resource = resource;
        this.creation = creation;
        this.edge = edge;
        this.operation = operation;
    }

    @SuppressWarnings("unchecked")
    static <S, E extends DomainEvent, F> CreateEndpoint<S, E, F> of(
            Resource<S, E, F> resource, Class<? extends Creation<?, ?>> creation, CommandEdge edge, String operation) {
        return new CreateEndpoint<>(resource, (Class<? extends Creation<E, F>>) creation, edge, operation);
    }

    @Override
    public String operation() {
        return operation;
    }

    Class<?> command() {
        return creation;
    }

    @ResponseBody
    public ResponseEntity<Object> handle(@RequestBody byte[] body, HttpServletRequest request) {
        Creation<E, F> parsed = edge.parse(body, creation);
        CommandHandler<S, E, F> handler = resource.handler();
        return edge.created(
                request,
                resource.path(),
                handler.aggregate(),
                handler.create(edge.newId(request), parsed, edge.origin(request, parsed)));
    }
}
