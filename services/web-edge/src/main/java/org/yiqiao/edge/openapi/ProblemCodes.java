package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.yiqiao.contracts.Point;

/** The problem codes that an operation can answer, by status. */
final class ProblemCodes {

    private final Map<Integer, SortedSet<String>> codes = new TreeMap<>();

    Map<Integer, SortedSet<String>> byStatus() {
        return codes;
    }

    ProblemCodes add(HttpStatus status, String... more) {
        codes.computeIfAbsent(status.value(), _ -> new TreeSet<>()).addAll(Arrays.asList(more));
        return this;
    }

    ProblemCodes add(RejectionCode rejection) {
        return add(rejection.status(), rejection.code());
    }

    /** Returns the codes of the edge, which depend on the parts of the request that it reads. */
    static ProblemCodes ofEdge(Operation operation, EndpointMethod endpoint) {
        ProblemCodes codes = new ProblemCodes()
                .add(HttpStatus.BAD_REQUEST, "http.bad-request", "header.malformed", "parameter.unknown")
                .add(HttpStatus.UNAUTHORIZED, "access.unauthenticated")
                .add(HttpStatus.FORBIDDEN, "access.denied")
                .add(HttpStatus.NOT_ACCEPTABLE, "http.not-acceptable")
                .add(HttpStatus.TOO_MANY_REQUESTS, "rate.exceeded")
                .add(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected")
                .add(HttpStatus.SERVICE_UNAVAILABLE, "store.unavailable", "access.issuer-unavailable");
        if (hasQueryParameter(operation, false)) {
            codes.add(HttpStatus.BAD_REQUEST, "parameter.wrong-value");
        }
        if (hasQueryParameter(operation, true)) {
            codes.add(HttpStatus.BAD_REQUEST, "parameter.missing");
        }
        if (!endpoint.isRead()) {
            codes.add(HttpStatus.SERVICE_UNAVAILABLE, "audit.unavailable");
        }
        if (operation.getRequestBody() != null || endpoint.command().isPresent()) {
            codes.add(HttpStatus.CONTENT_TOO_LARGE, "body.too-large")
                    .add(HttpStatus.REQUEST_TIMEOUT, "body.too-slow")
                    .add(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "http.unsupported-media-type")
                    .add(HttpStatus.BAD_REQUEST, "body.unreadable");
        }
        if (Arrays.stream(endpoint.consumes()).anyMatch(type -> type.endsWith("json"))) {
            codes.add(HttpStatus.BAD_REQUEST, "json.malformed", "json.too-complex");
        }
        if (endpoint.jsonBody() != null || endpoint.command().isPresent()) {
            codes.add(
                            HttpStatus.BAD_REQUEST,
                            "json.malformed",
                            "json.unknown-field",
                            "json.wrong-type",
                            "json.wrong-value",
                            "json.too-complex")
                    .add(HttpStatus.UNPROCESSABLE_CONTENT, "input.invalid");
            if (hasPoint(bodyType(endpoint))) {
                codes.add(HttpStatus.UNPROCESSABLE_CONTENT, "point.coordinates-swapped", "point.out-of-range");
            }
        }
        return codes;
    }

    private static Class<?> bodyType(EndpointMethod endpoint) {
        MethodParameter body = endpoint.jsonBody();
        return body == null ? endpoint.command().orElse(Void.class) : body.getParameterType();
    }

    /** Returns whether a record contains a point, directly or in another record. */
    private static boolean hasPoint(Class<?> type) {
        return type == Point.class
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .filter(component -> component != type)
                                .anyMatch(ProblemCodes::hasPoint));
    }

    private static boolean hasQueryParameter(Operation operation, boolean isRequired) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .filter(parameter -> Objects.equals(parameter.getIn(), "query"))
                        .map(Parameter::getRequired)
                        .anyMatch(required -> !isRequired || Boolean.TRUE.equals(required));
    }
}
