package org.yiqiao.edge.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiqiao.access.Caller;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.decider.Rejection;

/** Returns an aggregate by its id. */
final class LookupEndpoint<S> implements AggregateEndpoint {

    private final AggregateCommandHandler<S, ?, ?> handler;

    LookupEndpoint(AggregateCommandHandler<S, ?, ?> handler) {
        this.handler = handler;
    }

    @Override
    public String operation() {
        return aggregateName() + ".read";
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
    public @Nullable Class<?> command() {
        return null;
    }

    @ResponseBody
    public ResponseEntity<AggregateView<S>> handle(@PathVariable String id, Caller caller, AccessScope accessScope) {
        return handler.find(id, accessScope)
                .map(found -> ResponseEntity.ok()
                        .eTag(CommandHttpAdapter.etag(found.version()))
                        .body(AggregateView.of(handler.aggregateType(), found, caller)))
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound(handler.aggregateType().name() + ".unknown")
                                .withDetail("id", id)));
    }
}
