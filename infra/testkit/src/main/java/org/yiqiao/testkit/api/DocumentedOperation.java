package org.yiqiao.testkit.api;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An operation of an API document.
 *
 * @param id the operation id
 * @param method the HTTP method in capital letters
 * @param template the path, with variables in braces
 * @param responses the response of each status
 */
public record DocumentedOperation(String id, String method, String template, JsonNode responses) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    boolean matches(String requestMethod, String path) {
        return method.equals(requestMethod)
                && path.matches(VARIABLE.matcher(template).replaceAll("[^/]+"));
    }

    /** Returns the number of variables; the operation with the fewest answers a path. */
    long variables() {
        return VARIABLE.matcher(template).results().count();
    }
}
