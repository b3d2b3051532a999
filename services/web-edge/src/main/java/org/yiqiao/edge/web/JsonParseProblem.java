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
record JsonParseProblem(String code, Map<String, Object> details) {

    static JsonParseProblem of(JacksonException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> atField("json.unknown-field", unknown);
            case InvalidFormatException format -> atField("json.wrong-value", format);
            case MismatchedInputException mismatch -> atField("json.wrong-type", mismatch);
            case DatabindException other -> atField("json.wrong-value", other);
            case InputCoercionException tooLarge -> atField("json.wrong-value", tooLarge);
            case StreamConstraintsException tooMuch -> new JsonParseProblem("json.too-complex", Map.of());
            default ->
                new JsonParseProblem(
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

    private static JsonParseProblem atField(String code, JacksonException exception) {
        String field = exception.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return new JsonParseProblem(code, Map.of("field", field));
    }
}
