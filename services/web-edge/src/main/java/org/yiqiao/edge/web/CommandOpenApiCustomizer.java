package org.yiqiao.edge.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.method.HandlerMethod;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.access.AccessScope;

/**
 * Describes the generated command endpoints in the OpenAPI document: the command record as the body, and the headers.
 */
final class CommandOpenApiCustomizer implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String BEARER = "token";

    private final PlatformService service;
    private final Map<String, Schema<?>> schemas = new TreeMap<>();

    CommandOpenApiCustomizer(PlatformService service) {
        this.service = service;
        SpringDocUtils.getConfig()
                .addRestControllers(UpdateEndpoint.class, CreateEndpoint.class, LookupEndpoint.class)
                .addRequestWrapperToIgnore(Caller.class, AccessScope.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        switch (method.getBean()) {
            case UpdateEndpoint<?, ?, ?> change -> {
                describeCommand(operation, change.command());
                addHeaderParameter(
                        operation,
                        "If-Match",
                        "The ETag of the version that the command is based on; 412 if the version has changed.");
            }
            case CreateEndpoint<?, ?, ?> create -> describeCommand(operation, create.command());
            case LookupEndpoint<?> lookup -> operation.summary("Get one by id").tags(List.of(lookup.name()));
            default -> {}
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI openApi) {
        openApi.setInfo(new Info().title("Yiqiao: " + service.id()).version("1"));
        schemas.forEach(openApi.getComponents()::addSchemas);
        openApi.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        openApi.addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private void describeCommand(Operation operation, Class<?> command) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(command).resolveAsRef(true));
        resolved.referencedSchemas.forEach(schemas::put);
        operation
                .summary(command.getSimpleName())
                .operationId(command.getSimpleName())
                .requestBody(new RequestBody()
                        .required(command.getRecordComponents().length > 0)
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(resolved.schema))));
        addHeaderParameter(
                operation,
                CommandHttpAdapter.IDEMPOTENCY_KEY,
                "A command that is repeated with the same key has one effect. Up to 200 characters without blanks;"
                        + " outside ASCII, encoded as RFC 8187 says.");
    }

    private static void addHeaderParameter(Operation operation, String name, String description) {
        operation.addParametersItem(new HeaderParameter()
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema()));
    }
}
