package org.yiqiao.support.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.decider.Command;
import org.yiqiao.support.access.OperationEndpoint;

/** Takes one command to an existing aggregate. */
final class ChangeEndpoint<S, E extends DomainEvent, F> implements OperationEndpoint {

    private final CommandHandler<S, E, F> handler;
    private final Class<? extends Command<S, E, F>> command;
    private final CommandEdge edge;
    private final String operation;

    private ChangeEndpoint(
            CommandHandler<S, E, F> handler,
            Class<? extends Command<S, E, F>> command,
            CommandEdge edge,
            String operation) {
        this.handler = handler;
        this.command = command;
        this.edge = edge;
        this.operation = operation;
    }

    @SuppressWarnings("unchecked")
    static <S, E extends DomainEvent, F> ChangeEndpoint<S, E, F> of(
            Resource<S, E, F> resource, Class<? extends Command<?, ?, ?>> command, CommandEdge edge, String operation) {
        return new ChangeEndpoint<>(resource.handler(), (Class<? extends Command<S, E, F>>) command, edge, operation);
    }

    @Override
    public String operation() {
        return operation;
    }

    Class<?> command() {
        return command;
    }

    @ResponseBody
    public ResponseEntity<Object> handle(
            @PathVariable String id, @RequestBody(required = false) byte[] body, HttpServletRequest request) {
        Command<S, E, F> parsed = edge.parse(body == null ? new byte[0] : body, command);
        return edge.changed(request, handler.aggregate(), handler.change(id, parsed, edge.origin(request, parsed)));
    }
}
