package org.yiqiao.testkit.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer of a service, as a client received it.
 *
 * @param path path of the request, without the query
 * @param mediaType media type of the body, without parameters; empty without a body
 * @param json the body; null if it is no JSON
 */
public record Answer(
        String method,
        String path,
        int status,
        String mediaType,
        @Nullable JsonNode json) {

    @Override
    public String toString() {
        return method + " " + path + " answered " + status + " " + mediaType + (json == null ? "" : " " + json);
    }
}
