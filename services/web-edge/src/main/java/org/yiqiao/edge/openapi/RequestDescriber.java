package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.yiqiao.edge.openapi.JsonProperties.Property;
import org.yiqiao.edge.web.CommandHttpAdapter;

/** Describes the parameters, the headers and the body of a request. */
final class RequestDescriber {

    static final String PURPOSE_MISSING = "purpose.missing";

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    private final SchemaCatalog schemas;

    RequestDescriber(SchemaCatalog schemas) {
        this.schemas = schemas;
    }

    void describe(Operation operation, EndpointMethod endpoint, Predicate<String> canAnswer) {
        describeParameters(operation, endpoint);
        addQueryParameters(operation, endpoint);
        addHeaders(operation, endpoint, canAnswer);
        operation.setRequestBody(body(endpoint));
    }

    /** Replaces the schemas and descriptions of the parameters of the method. */
    private void describeParameters(Operation operation, EndpointMethod endpoint) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            description(endpoint, parameter.getName()).ifPresent(parameter::setDescription);
            methodParameter(endpoint, parameter.getName())
                    .ifPresent(method -> parameter.setSchema(withDefault(
                            schemas.constrained(ResolvableType.forMethodParameter(method), method.getParameter()),
                            parameter.getSchema())));
        }
    }

    private static Optional<String> description(EndpointMethod endpoint, String parameter) {
        return endpoint.aggregate()
                .map(aggregate -> "Id of the resource.")
                .or(() -> JavadocText.ofParameter(endpoint.method(), parameter));
    }

    private static Optional<MethodParameter> methodParameter(EndpointMethod endpoint, String name) {
        return Arrays.stream(endpoint.handler().getMethodParameters())
                .filter(parameter -> name.equals(parameter.getParameter().getName()))
                .findFirst();
    }

    private static Schema<?> withDefault(Schema<?> schema, @Nullable Schema<?> generated) {
        Object value = generated == null ? null : generated.getDefault();
        if (value != null && !value.equals("") && schema.get$ref() == null) {
            schema.setDefault(value);
        }
        return schema;
    }

    private void addQueryParameters(Operation operation, EndpointMethod endpoint) {
        QueryParameters query = endpoint.method().getAnnotation(QueryParameters.class);
        if (query != null) {
            operation.setParameters(null);
            JsonProperties.of(ResolvableType.forClass(query.value()))
                    .forEach(property -> operation.addParametersItem(queryParameter(property)));
        }
    }

    private Parameter queryParameter(Property property) {
        Parameter parameter = new QueryParameter()
                .name(property.name())
                .required(!property.isNullable())
                .schema(schemas.constrained(property.type(), property.annotations()));
        property.description().ifPresent(parameter::setDescription);
        return parameter;
    }

    private static void addHeaders(Operation operation, EndpointMethod endpoint, Predicate<String> canAnswer) {
        if (canAnswer.test("idempotency-key.reused")) {
            addHeader(
                    operation,
                    CommandHttpAdapter.IDEMPOTENCY_KEY,
                    "A command that is repeated with the same key has one effect. Up to 200 characters without"
                            + " blanks; outside ASCII, encoded as RFC 8187 says.",
                    false);
        }
        if (canAnswer.test("version.stale") && endpoint.status().value() == 200) {
            addHeader(
                    operation,
                    HttpHeaders.IF_MATCH,
                    "The ETag of the version that the command is based on, such as `\"3\"`; 412 if the version has"
                            + " changed.",
                    false);
        }
        if (endpoint.hasEtag() && endpoint.isRead()) {
            addHeader(
                    operation,
                    HttpHeaders.IF_NONE_MATCH,
                    "An ETag that is known; 304 if it is the current one.",
                    false);
        }
        if (canAnswer.test(PURPOSE_MISSING)) {
            addHeader(
                    operation,
                    "X-Purpose",
                    "The purpose of the access for the audit, in up to 120 characters and without names; outside"
                            + " ASCII, encoded as RFC 8187 says.",
                    true);
        }
        addHeader(operation, HttpHeaders.ACCEPT_LANGUAGE, "`zh` for messages in Chinese; English otherwise.", false);
    }

    private static void addHeader(Operation operation, String name, String description, boolean isRequired) {
        operation.addParametersItem(new HeaderParameter()
                .name(name)
                .description(description)
                .required(isRequired)
                .schema(SchemaCatalog.typed("string")));
    }

    /** Returns the body; null if the endpoint needs none, as a command without fields. */
    private @Nullable RequestBody body(EndpointMethod endpoint) {
        Optional<Class<?>> command = endpoint.command();
        if (command.isPresent()) {
            ResolvableType type = ResolvableType.forClass(command.get());
            return JsonProperties.of(type).findAny().isEmpty() ? null : jsonBody(type);
        }
        MethodParameter json = endpoint.jsonBody();
        if (json != null) {
            return jsonBody(ResolvableType.forMethodParameter(json));
        }
        String[] files = endpoint.consumes();
        return files.length == 0 ? null : fileBody(files);
    }

    private RequestBody jsonBody(ResolvableType type) {
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType(JSON, new MediaType().schema(schemas.requestSchemaOf(type))));
    }

    private static RequestBody fileBody(String[] types) {
        Content content = new Content();
        for (String type : types) {
            Schema<?> schema = SchemaCatalog.typed(type.endsWith("json") ? "object" : "string");
            if (!type.endsWith("json")) {
                schema.setFormat("binary");
            }
            content.addMediaType(type, new MediaType().schema(schema));
        }
        return new RequestBody().required(true).description("The file.").content(content);
    }
}
