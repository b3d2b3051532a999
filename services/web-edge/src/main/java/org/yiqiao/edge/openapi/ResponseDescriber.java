package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Describes the responses of an operation: the successful one, and a problem for each other status. */
final class ResponseDescriber {

    static final String PROBLEM = "Problem";

    private static final List<HttpStatus> WITH_LOCATION = List.of(HttpStatus.CREATED, HttpStatus.ACCEPTED);

    private final SchemaCatalog schemas;

    ResponseDescriber(SchemaCatalog schemas) {
        this.schemas = schemas;
    }

    ApiResponses describe(EndpointMethod endpoint, ProblemCodes problems) {
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(Integer.toString(endpoint.status().value()), success(endpoint));
        if (endpoint.hasEtag() && endpoint.isRead()) {
            responses.addApiResponse(
                    "304",
                    new ApiResponse().description("The version of `If-None-Match` is the current one; no body."));
        }
        problems.byStatus()
                .forEach((status, codes) -> responses.addApiResponse(Integer.toString(status), problem(codes)));
        return responses;
    }

    private ApiResponse success(EndpointMethod endpoint) {
        ApiResponse response = new ApiResponse().description(phrase(endpoint));
        String[] types = endpoint.produces();
        if (types.length > 0) {
            Content content = new Content();
            for (String type : types) {
                content.addMediaType(type, new MediaType().schema(bodySchema(endpoint)));
            }
            response.content(content);
        }
        if (endpoint.hasEtag()) {
            response.addHeaderObject(
                    HttpHeaders.ETAG,
                    header("The version in double quotes, for `If-Match` of the next command: `\"3\"`."));
        }
        if (WITH_LOCATION.contains(endpoint.status())) {
            response.addHeaderObject(HttpHeaders.LOCATION, header("Path of the resource."));
        }
        return response;
    }

    private static String phrase(EndpointMethod endpoint) {
        return switch (endpoint.status()) {
            case CREATED -> "Created.";
            case ACCEPTED -> "Accepted; the work continues in the background.";
            case NO_CONTENT -> "Done; no body.";
            default -> endpoint.isRead() ? "Found." : "Done.";
        };
    }

    private Schema<?> bodySchema(EndpointMethod endpoint) {
        return endpoint.responseType().<Schema<?>>map(schemas::schemaOf).orElseGet(() -> SchemaCatalog.typed("string"));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(SchemaCatalog.typed("string"));
    }

    /** Returns a reference to the shared response, with the codes of this operation. */
    private static ApiResponse problem(SortedSet<String> codes) {
        ApiResponse problem = new ApiResponse().$ref("#/components/responses/" + PROBLEM);
        problem.setDescription(
                "Problem: " + codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")));
        problem.addExtension("x-problem-codes", List.copyOf(codes));
        return problem;
    }
}
