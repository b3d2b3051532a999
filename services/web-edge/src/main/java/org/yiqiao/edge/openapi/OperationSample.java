package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and the answer to it, as recorded from a running service; the examples of an operation.
 *
 * @param request body of the request; null without one
 * @param response body of the answer; null without one
 */
record OperationSample(@Nullable Object request, @Nullable Object response) {

    private static final OperationSample NONE = new OperationSample(null, null);

    /** Returns the sample of an operation; an empty one if there is none. */
    static OperationSample load(String operationId, JsonMapper json) {
        try (InputStream file = OperationSample.class.getResourceAsStream("/api-samples/" + operationId + ".json")) {
            if (file == null) {
                return NONE;
            }
            Map<?, ?> sample = json.readValue(file, Map.class);
            return new OperationSample(sample.get("request"), sample.get("response"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the sample at the first media type of the request and of the successful response. */
    void show(Operation operation, int status) {
        show(request, Optional.ofNullable(operation.getRequestBody()).map(RequestBody::getContent));
        show(
                response,
                Optional.ofNullable(operation.getResponses().get(Integer.toString(status)))
                        .map(ApiResponse::getContent));
    }

    private static void show(@Nullable Object example, Optional<Content> content) {
        if (example != null) {
            content.flatMap(types -> types.values().stream().findFirst())
                    .ifPresent((MediaType type) -> type.setExample(example));
        }
    }
}
