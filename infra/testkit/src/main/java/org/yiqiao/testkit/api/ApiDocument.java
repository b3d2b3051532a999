package org.yiqiao.testkit.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document as the judge of real answers. An answer fits if its status, its media type and its problem
 * code are documented, and if its body fits the schema without a single additional field.
 */
public final class ApiDocument {

    private static final String EXAMPLE = "example";
    private static final String CODES = "x-problem-codes";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final ObjectNode document;
    private final List<DocumentedOperation> operations;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /** Creates the judge from a document, which stays unchanged. */
    public ApiDocument(JsonNode document) {
        this.document = (ObjectNode) document.deepCopy();
        makeStrict(this.document);
        this.operations = this.document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .map(operation -> new DocumentedOperation(
                                operation.getValue().path("operationId").asString(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("responses"))))
                .toList();
    }

    public List<DocumentedOperation> operations() {
        return operations;
    }

    /** Returns the operation that answers a request; empty if the document has none. */
    public Optional<DocumentedOperation> findOperation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .min(Comparator.comparingLong(DocumentedOperation::variables));
    }

    /** Returns the ways in which an answer of an operation differs from the document, one sentence each. */
    public List<String> findViolations(DocumentedOperation operation, Answer answer) {
        JsonNode response = operation.responses().path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            return List.of("the status " + answer.status() + " is not documented");
        }
        JsonNode content = resolve(response).path("content");
        if (content.isEmpty()) {
            return answer.mediaType().isEmpty() ? List.of() : List.of("a body is not documented");
        }
        JsonNode schema = content.path(answer.mediaType()).path("schema");
        if (schema.isMissingNode()) {
            return List.of("the media type \"" + answer.mediaType() + "\" is not documented");
        }
        List<String> violations = new ArrayList<>();
        JsonNode json = answer.json();
        if (json != null) {
            findErrors(schema, json).map(Error::toString).forEach(violations::add);
            findUnknownCode(response, json).ifPresent(violations::add);
        }
        return violations;
    }

    /** Returns the ways in which the examples of the document differ from their schemas, one sentence each. */
    public List<String> findViolationsOfExamples() {
        List<String> violations = new ArrayList<>();
        for (JsonNode holder : document.path("paths").findParents(EXAMPLE)) {
            findErrors(holder.path("schema"), holder.path(EXAMPLE))
                    .map(error -> holder.path("schema") + ": " + error)
                    .forEach(violations::add);
        }
        return violations;
    }

    /** Returns the ways in which a JSON value differs from a schema of the document. */
    private Stream<Error> findErrors(JsonNode schema, JsonNode json) {
        return schemas
                .computeIfAbsent(schema, this::compile)
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream();
    }

    private static Optional<String> findUnknownCode(JsonNode response, JsonNode problem) {
        JsonNode codes = response.path(CODES);
        String code = problem.path("code").asString("");
        return codes.isMissingNode()
                        || codes.valueStream()
                                .anyMatch(known -> known.asString().equals(code))
                ? Optional.empty()
                : Optional.of("the problem code " + code + " is not documented");
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = document.objectNode();
        root.set("$defs", document.at("/components/schemas"));
        root.putArray("allOf").add(schema);
        return registry.getSchema(root);
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : document.at(reference.asString().substring(1));
    }

    /** Makes schemas strict, and lets them refer to each other inside a document of JSON Schema. */
    private static void makeStrict(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("$ref").asString("").startsWith(SCHEMAS)) {
            object.put("$ref", DEFINITIONS + object.path("$ref").asString().substring(SCHEMAS.length()));
        }
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> !member.getKey().equals(EXAMPLE))
                    .forEach(member -> makeStrict(member.getValue()));
        } else {
            node.forEach(ApiDocument::makeStrict);
        }
    }
}
