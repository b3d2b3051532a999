package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.decider.CreateCommand;

/** Accepts the create command of an aggregate. */
final class CreateEndpoint<S, E extends DomainEvent, F> implements AggregateEndpoint {

    private final AggregateResource<S, E, F> resource;
    private final Class<? extends CreateCommand<E, F>> command;
    private final CommandHttpAdapter commandAdapter;
    private final String operation;

    private CreateEndpoint(
            AggregateResource<S, E, F> resource,
            Class<? extends CreateCommand<E, F>> command,
            CommandHttpAdapter commandAdapter,
            String operation) {
        this.resource = resource;
        this.command = command;
        this.commandAdapter = commandAdapter;
        this.operation = operation;
    }

    @SuppressWarnings("unchecked")
    static <S, E extends DomainEvent, F> CreateEndpoint<S, E, F> of(
            AggregateResource<S, E, F> resource,
            Class<? extends CreateCommand<?, ?>> command,
            CommandHttpAdapter commandAdapter,
            String operation) {
        return new CreateEndpoint<>(
                resource, (Class<? extends CreateCommand<E, F>>) command, commandAdapter, operation);
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public String aggregateName() {
        return resource.handler().aggregateType().name();
    }

    @Override
    public Class<?> stateClass() {
        return resource.handler().aggregateType().stateClass();
    }

    @Override
    public Class<?> command() {
        return command;
    }

    @Override
    public boolean creates() {
        return true;
    }

    @ResponseBody
    public ResponseEntity<AggregateView<S>> handle(@RequestBody byte[] body, HttpServletRequest request) {
        CreateCommand<E, F> parsed = commandAdapter.parse(body, command);
        AggregateCommandHandler<S, E, F> handler = resource.handler();
        return commandAdapter.createdResponse(
                request,
                resource.path(),
                handler.aggregateType(),
                handler.create(
                        commandAdapter.newAggregateId(request),
                        parsed,
                        commandAdapter.commandMetadata(request, parsed)));
    }
}
