package org.yiqiao.edge.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.access.PolicyOperationResolver;
import org.yiqiao.edge.web.AggregateEndpoint;
import org.yiqiao.edge.web.AggregateView;

/** The facts about an endpoint that its method or its aggregate declares. */
record EndpointMethod(HandlerMethod handler, String permission) {

    static Optional<EndpointMethod> of(HandlerMethod handler) {
        return PolicyOperationResolver.resolve(handler).map(permission -> new EndpointMethod(handler, permission));
    }

    Method method() {
        return handler.getMethod();
    }

    /** Returns the aggregate endpoint that this is; empty for an endpoint of a controller. */
    Optional<AggregateEndpoint> aggregate() {
        return handler.getBean() instanceof AggregateEndpoint endpoint ? Optional.of(endpoint) : Optional.empty();
    }

    Optional<Class<?>> command() {
        return aggregate().map(AggregateEndpoint::command);
    }

    /** Returns whether the endpoint only reads. */
    boolean isRead() {
        return aggregate()
                .map(endpoint -> endpoint.command() == null)
                .orElseGet(() -> Arrays.asList(mapping().method()).contains(RequestMethod.GET));
    }

    HttpStatus status() {
        ResponseStatus declared = method().getAnnotation(ResponseStatus.class);
        if (declared != null) {
            return declared.value();
        }
        return aggregate().filter(AggregateEndpoint::creates).isPresent() ? HttpStatus.CREATED : HttpStatus.OK;
    }

    /** Returns the type of the body of a successful response; empty if it has no body or is no JSON. */
    Optional<ResolvableType> responseType() {
        if (aggregate().isPresent()) {
            return Optional.of(ResolvableType.forClassWithGenerics(
                    AggregateView.class, aggregate().get().stateClass()));
        }
        ResolvableType returned = ResolvableType.forMethodReturnType(method());
        ResolvableType body = returned.toClass() == ResponseEntity.class ? returned.getGeneric(0) : returned;
        Class<?> raw = body.toClass();
        return raw == void.class || raw == Void.class || raw == SseEmitter.class ? Optional.empty() : Optional.of(body);
    }

    /** Returns whether a successful response shows one aggregate and therefore has an ETag. */
    boolean hasEtag() {
        return responseType()
                .filter(type -> type.toClass() == AggregateView.class)
                .isPresent();
    }

    /** Returns the media types of a successful response. */
    String[] produces() {
        String[] declared = aggregate().isPresent() ? new String[0] : mapping().produces();
        return declared.length == 0 && responseType().isPresent()
                ? new String[] {MediaType.APPLICATION_JSON_VALUE}
                : declared;
    }

    /** Returns the media types of files that the endpoint accepts; none if its body is JSON. */
    String[] consumes() {
        return aggregate().isPresent() ? new String[0] : mapping().consumes();
    }

    /** Returns the parameter with a JSON body; null without one. */
    @Nullable
    MethodParameter jsonBody() {
        return aggregate().isPresent()
                ? null
                : Arrays.stream(handler.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .filter(parameter -> parameter.getParameterType() != byte[].class)
                        .findFirst()
                        .orElse(null);
    }

    private RequestMapping mapping() {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method(), RequestMapping.class), method().toString());
    }
}
