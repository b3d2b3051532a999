package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.decider.UpdateCommand;

/** Accepts one update command of an existing aggregate. */
final class UpdateEndpoint<S, E extends DomainEvent, F> implements AggregateEndpoint {

    private final AggregateCommandHandler<S, E, F> handler;
    private final Class<? extends UpdateCommand<S, E, F>> command;
    private final CommandHttpAdapter commandAdapter;
    private final String operation;

    private UpdateEndpoint(
            AggregateCommandHandler<S, E, F> handler,
            Class<? extends UpdateCommand<S, E, F>> command,
            CommandHttpAdapter commandAdapter,
            String operation) {
        this.handler = handler;
        this.command = command;
        this.commandAdapter = commandAdapter;
        this.operation = operation;
    }

    @SuppressWarnings("unchecked")
    static <S, E extends DomainEvent, F> UpdateEndpoint<S, E, F> of(
            AggregateResource<S, E, F> resource,
            Class<? extends UpdateCommand<?, ?, ?>> command,
            CommandHttpAdapter commandAdapter,
            String operation) {
        return new UpdateEndpoint<>(
                resource.handler(), (Class<? extends UpdateCommand<S, E, F>>) command, commandAdapter, operation);
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public String aggregateName() {
        return handler.aggregateType().name();
    }

    @Override
    public Class<?> stateClass() {
        return handler.aggregateType().stateClass();
    }

    @Override
    public Class<?> command() {
        return command;
    }

    @ResponseBody
    public ResponseEntity<AggregateView<S>> handle(
            @PathVariable String id, @RequestBody(required = false) byte[] body, HttpServletRequest request) {
        UpdateCommand<S, E, F> parsed = commandAdapter.parse(body == null ? new byte[0] : body, command);
        return commandAdapter.updatedResponse(
                request,
                handler.aggregateType(),
                handler.update(id, parsed, commandAdapter.commandMetadata(request, parsed)));
    }
}
