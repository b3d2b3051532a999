package org.yiqiao.support.web;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body, as a problem's code and details. */
record JsonFault(String code, Map<String, Object> details) {

    static JsonFault of(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> at("json.unknown-field", unknown);
            case InvalidFormatException format -> at("json.wrong-value", format);
            case MismatchedInputException mismatch -> at("json.wrong-type", mismatch);
            case DatabindException other -> at("json.wrong-value", other);
            case InputCoercionException tooLarge -> at("json.wrong-value", tooLarge);
            case StreamConstraintsException tooMuch -> new JsonFault("json.too-complex", Map.of());
            default ->
                new JsonFault(
                        "json.malformed",
                        Map.of(
                                "line",
                                        fault.getLocation() == null
                                                ? 0
                                                : fault.getLocation().getLineNr(),
                                "column",
                                        fault.getLocation() == null
                                                ? 0
                                                : fault.getLocation().getColumnNr()));
        };
    }

    private static JsonFault at(String code, JacksonException fault) {
        String field = fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return new JsonFault(code, Map.of("field", field));
    }
}
