package org.yiqiao.edge.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yiqiao.contracts.PointOutOfRangeException;
import org.yiqiao.core.decider.Rejection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * The problem of a JSON body that cannot be read (400), or that has a point which cannot exist (422). It names fields
 * and allowed values, and never the values of the body, which can be personal data.
 */
record JsonParseProblem(HttpStatus status, String code, Map<String, Object> details) {

    private static final int MAX_NAME_SHOWN = 100;
    private static final int MAX_NAMES_SHOWN = 40;

    static JsonParseProblem of(JacksonException exception) {
        if (exception.getCause() instanceof PointOutOfRangeException outside) {
            return ofPoint(outside, exception);
        }
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException format -> unreadable("json.wrong-value", format, format.getTargetType());
            case MismatchedInputException mismatch -> unreadable("json.wrong-type", mismatch, mismatch.getTargetType());
            case DatabindException other -> unreadable("json.wrong-value", other, Object.class);
            case InputCoercionException tooLarge -> unreadable("json.wrong-value", tooLarge, tooLarge.getTargetType());
            case StreamConstraintsException tooMuch -> badRequest("json.too-complex", Map.of());
            default -> malformed(exception.getLocation());
        };
    }

    private static JsonParseProblem ofPoint(PointOutOfRangeException point, JacksonException exception) {
        if (Double.isNaN(point.lat()) || Double.isNaN(point.lon())) {
            return unreadable("json.wrong-value", exception, double.class);
        }
        Map<String, Object> details = detailsOfField(exception);
        Rejection rejection = PointProblem.rejection(point);
        details.putAll(rejection.details());
        return new JsonParseProblem(HttpStatus.UNPROCESSABLE_CONTENT, rejection.code(), details);
    }

    private static JsonParseProblem malformed(@Nullable TokenStreamLocation location) {
        return badRequest(
                "json.malformed",
                location == null
                        ? Map.of("line", 0, "column", 0)
                        : Map.of("line", location.getLineNr(), "column", location.getColumnNr()));
    }

    private static JsonParseProblem unknownField(UnrecognizedPropertyException unknown) {
        Map<String, Object> details = detailsOfField(unknown);
        List<String> known = unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .limit(MAX_NAMES_SHOWN)
                        .toList();
        NearestName.find(unknown.getPropertyName(), known).ifPresent(nearest -> details.put("nearest", nearest));
        if (!known.isEmpty()) {
            details.put("allowed", known);
        }
        return badRequest("json.unknown-field", details);
    }

    private static JsonParseProblem unreadable(String code, JacksonException exception, @Nullable Class<?> target) {
        Map<String, Object> details = detailsOfField(exception);
        details.put("allowed", ExpectedInput.ofField(target));
        return badRequest(code, details);
    }

    private static JsonParseProblem badRequest(String code, Map<String, Object> details) {
        return new JsonParseProblem(HttpStatus.BAD_REQUEST, code, details);
    }

    private static Map<String, Object> detailsOfField(JacksonException exception) {
        String field = exception.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        Map<String, Object> details = new LinkedHashMap<>();
        if (!field.isEmpty()) {
            details.put("field", field.length() > MAX_NAME_SHOWN ? field.substring(0, MAX_NAME_SHOWN) + "…" : field);
        }
        return details;
    }
}
