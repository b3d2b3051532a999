package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.edge.web.AggregateEndpoint;
import org.yiqiao.edge.web.ProblemMessages;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes the OpenAPI document of a service, so that clients can be generated from it. Everything comes from the
 * endpoints: their records, constraints, Javadoc, permissions and the rejections in their code.
 */
final class ApiDocumentCustomizer implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final Pattern WORD_BOUNDARY = Pattern.compile("[.-]([a-z])");
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final PlatformService service;
    private final JsonMapper json;
    private final AccessPolicy policy;
    private final SecuritySchemes security;
    private final SchemaCatalog schemas;
    private final RejectionScanner rejections;
    private final RequestDescriber requests;
    private final ResponseDescriber responses;

    ApiDocumentCustomizer(
            PlatformService service,
            JsonMapper json,
            ProblemMessages messages,
            AccessPolicy policy,
            ApiDocumentProperties properties,
            List<Class<?>> generatedEndpoints) {
        this.service = service;
        this.json = json;
        this.policy = policy;
        this.security = new SecuritySchemes(properties);
        this.schemas = new SchemaCatalog(json);
        this.rejections = new RejectionScanner(messages::contains);
        this.requests = new RequestDescriber(schemas);
        this.responses = new ResponseDescriber(schemas);
        SpringDocUtils.getConfig()
                .addRestControllers(generatedEndpoints.toArray(Class<?>[]::new))
                .addRequestWrapperToIgnore(Caller.class, AccessScope.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        EndpointMethod.of(handler).ifPresent(endpoint -> describe(operation, endpoint));
        return operation;
    }

    private void describe(Operation operation, EndpointMethod endpoint) {
        Set<RejectionCode> rejected = rejections(endpoint);
        operation.setOperationId(operationId(endpoint));
        String text = description(endpoint);
        operation.setSummary(JavadocText.firstSentence(text));
        operation.setDescription(text + "\n\nPermission: `" + endpoint.permission() + "`.");
        endpoint.aggregate().ifPresent(aggregate -> operation.setTags(List.of(tag(aggregate))));
        requests.describe(operation, endpoint, code -> rejected.stream()
                .anyMatch(found -> found.code().equals(code)));
        if (policy.isOpenToApiKeys(endpoint.permission())) {
            security.acceptApiKey(operation);
        }
        ProblemCodes problems = ProblemCodes.ofEdge(operation, endpoint);
        rejected.forEach(problems::add);
        operation.setResponses(responses.describe(endpoint, problems));
        OperationSample.load(operation.getOperationId(), json)
                .show(operation, endpoint.status().value());
    }

    private Set<RejectionCode> rejections(EndpointMethod endpoint) {
        String aggregate =
                endpoint.permission().substring(0, endpoint.permission().indexOf('.'));
        Set<RejectionCode> found = new HashSet<>(rejections.scanEndpoint(
                endpoint.handler().getBeanType(), endpoint.method().getName(), aggregate));
        endpoint.command().ifPresent(command -> found.addAll(rejections.scanCommand(command, aggregate)));
        return found;
    }

    /** Returns the name of the permission in camel case, or the name that the endpoint declares. */
    private static String operationId(EndpointMethod endpoint) {
        OperationName declared = endpoint.method().getAnnotation(OperationName.class);
        return declared != null
                ? declared.value()
                : WORD_BOUNDARY.matcher(endpoint.permission()).replaceAll(match -> match.group(1)
                        .toUpperCase(Locale.ROOT));
    }

    private static String description(EndpointMethod endpoint) {
        Optional<AggregateEndpoint> aggregate = endpoint.aggregate();
        if (aggregate.isEmpty()) {
            return JavadocText.ofMethod(endpoint.method()).orElse(endpoint.permission());
        }
        return endpoint.command()
                .map(command -> JavadocText.ofType(command).orElse(endpoint.permission()))
                .orElseGet(() -> "Returns one resource by its id. "
                        + JavadocText.ofType(aggregate.get().stateClass()).orElse(""));
    }

    /** Returns the name of the aggregate as words: {@code Grid post} for {@code grid-post}. */
    private static String tag(AggregateEndpoint aggregate) {
        String words = aggregate.aggregateName().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Yiqiao: " + service.id())
                .version("1")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                .description(ApiDocumentText.INFO));
        addProblem();
        document.setPaths(sorted(document.getPaths()));
        Components components = document.getComponents();
        components.setSchemas(null);
        schemas.schemas().forEach(components::addSchemas);
        components.addResponses(
                ResponseDescriber.PROBLEM,
                new ApiResponse()
                        .description("The operation was refused or failed; `code` says why.")
                        .content(new Content()
                                .addMediaType(
                                        PROBLEM_TYPE,
                                        new MediaType().schema(SchemaCatalog.reference(ResponseDescriber.PROBLEM)))));
        security.describe(document, operations(document).anyMatch(operation -> operation.getSecurity() != null));
        requireUniqueOperations(document);
    }

    private void addProblem() {
        schemas.schemaOf(ResolvableType.forClass(Problem.class));
        Optional.ofNullable(schemas.schemas().get(ResponseDescriber.PROBLEM))
                .ifPresent(problem -> problem.setAdditionalProperties(true));
    }

    private static Paths sorted(Paths paths) {
        Paths sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    /** Refuses two operations with the same name. Generators make files of the names, so that case does not count. */
    private static void requireUniqueOperations(OpenAPI document) {
        Set<String> seen = new HashSet<>();
        operations(document).map(Operation::getOperationId).forEach(id -> {
            if (!seen.add(id.toLowerCase(Locale.ROOT))) {
                throw new IllegalStateException("Two operations have the name " + id + "; use @OperationName");
            }
        });
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream);
    }
}
