package org.yiqiao.support.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.access.OperationEndpoint;

/** Answers an aggregate by its id. */
final class LookupEndpoint<S> implements OperationEndpoint {

    private final CommandHandler<S, ?, ?> handler;

    LookupEndpoint(CommandHandler<S, ?, ?> handler) {
        this.handler = handler;
    }

    String name() {
        return handler.aggregate().name();
    }

    @Override
    public String operation() {
        return name() + ".read";
    }

    @ResponseBody
    public ResponseEntity<Object> handle(@PathVariable String id, Caller caller, Reach reach) {
        return handler.find(id, reach)
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok()
                        .eTag(CommandEdge.etag(found.version()))
                        .body(AggregateView.of(handler.aggregate(), found, caller)))
                .orElseThrow(
                        () -> new Refused(Rejection.notFound(handler.aggregate().name() + ".unknown")
                                .with("id", id)));
    }
}
