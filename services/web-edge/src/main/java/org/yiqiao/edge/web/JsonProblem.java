package org.yiqiao.edge.web;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The problem code and details that describe an error in a JSON body. */
record JsonProblem(String code, Map<String, Object> details) {

    static JsonProblem of(JacksonException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> atField("json.unknown-field", unknown);
            case InvalidFormatException format -> atField("json.wrong-value", format);
            case MismatchedInputException mismatch -> atField("json.wrong-type", mismatch);
            case DatabindException other -> atField("json.wrong-value", other);
            case InputCoercionException tooLarge -> atField("json.wrong-value", tooLarge);
            case StreamConstraintsException tooMuch -> new JsonProblem("json.too-complex", Map.of());
            default ->
                new JsonProblem(
                        "json.malformed",
                        Map.of(
                                "line",
                                        exception.getLocation() == null
                                                ? 0
                                                : exception.getLocation().getLineNr(),
                                "column",
                                        exception.getLocation() == null
                                                ? 0
                                                : exception.getLocation().getColumnNr()));
        };
    }

    private static JsonProblem atField(String code, JacksonException exception) {
        String field = exception.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return new JsonProblem(code, Map.of("field", field));
    }
}
