package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The services demand the fields that the API documents require, and refuse the fields that no document has. */
class DocumentedRequestTest {

    private static final HttpTestClient caller = SharedPlatform.http().signedInWithEveryPost("somebody");

    /** An operation with a JSON body, and the example of that body. */
    private record JsonOperation(PlatformService service, String method, String path, JsonNode schema, JsonNode body) {

        HttpTestClient.Response send(JsonNode other) {
            return method.equals("PUT")
                    ? caller.put(service, path, other.toString(), "application/json")
                    : caller.post(service, path, other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path + " of " + service.id();
        }
    }

    @Test
    void bodyWithoutARequiredFieldIsRefused() {
        int fields = 0;
        for (JsonOperation operation : operations()) {
            for (JsonNode field : operation.schema().path("required")) {
                ObjectNode incomplete = (ObjectNode) operation.body().deepCopy();
                assertThat(incomplete.remove(field.asString()))
                        .as(operation + ": " + field)
                        .isNotNull();
                assertThat(operation.send(incomplete).status())
                        .as(operation + " without " + field)
                        .isIn(400, 422);
                fields++;
            }
        }
        assertThat(fields).isGreaterThan(15);
    }

    @Test
    void bodyWithAnUnknownFieldIsRefused() {
        for (JsonOperation operation : operations()) {
            assertThat(operation.schema().path("additionalProperties").asBoolean(true))
                    .as(operation.toString())
                    .isFalse();
            HttpTestClient.Response response =
                    operation.send(((ObjectNode) operation.body().deepCopy()).put("phantom", 1));
            assertThat(response.code()).as(operation.toString()).isEqualTo("json.unknown-field");
        }
    }

    /** A generated client sends neither a body nor a media type for a command without fields. */
    @Test
    void commandWithoutFieldsNeedsNoBody() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    caller.request(PlatformService.RESIDENT_REQUESTS, "/api/requests/nothing/close")
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).contains("case.unknown");
            assertThat(response.statusCode()).isEqualTo(404);
        }
    }

    private static List<JsonOperation> operations() {
        List<JsonOperation> found = new ArrayList<>();
        for (PlatformService service : PlatformService.values()) {
            JsonNode document = caller.anonymous().get(service, "/v3/api-docs").json();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        JsonNode content = operation.getValue().at("/requestBody/content/application~1json");
                        if (content.path("schema").has("$ref")) {
                            found.add(new JsonOperation(
                                    service,
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey().replaceAll("\\{[^}]*}", "nothing"),
                                    document.at(content.at("/schema/$ref")
                                            .asString()
                                            .substring(1)),
                                    content.path("example")));
                        }
                    }));
        }
        assertThat(found).hasSizeGreaterThan(12);
        return found;
    }
}
