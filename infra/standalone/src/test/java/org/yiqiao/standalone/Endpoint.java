package org.yiqiao.standalone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.yiqiao.access.PolicyOperationResolver;
import org.yiqiao.contracts.PlatformService;

/** An endpoint of a running service, with a path to a resource that does not exist. */
record Endpoint(PlatformService service, String method, String path, String type, String operation) {

    /** Returns all endpoints of the services, without those of libraries. */
    static List<Endpoint> all() {
        return Stream.concat(
                        Arrays.stream(PlatformService.values()).flatMap(Endpoint::of),
                        Arrays.stream(PlatformService.values()).flatMap(service -> Stream.of("info", "metrics")
                                .map(name -> new Endpoint(service, "GET", "/actuator/" + name, "", "actuator.read"))))
                .toList();
    }

    private static Stream<Endpoint> of(PlatformService service) {
        return SharedPlatform.endpoints(service).getHandlerMethods().entrySet().stream()
                .flatMap(entry -> PolicyOperationResolver.resolve(entry.getValue()).stream()
                        .map(operation -> of(service, entry.getKey(), operation)));
    }

    private static Endpoint of(PlatformService service, RequestMappingInfo mapping, String operation) {
        String path = mapping.getPatternValues().iterator().next().replaceAll("\\{[^}]*}", "nothing");
        String query = mapping.getParamsCondition().getExpressions().stream()
                .filter(parameter -> !parameter.isNegated())
                .map(parameter -> "?" + parameter.getName() + "=0,0")
                .findFirst()
                .orElse("");
        Optional<MediaType> type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst();
        return new Endpoint(
                service,
                mapping.getMethodsCondition().getMethods().iterator().next().name(),
                path + query,
                type.map(MediaType::toString).orElse("application/json"),
                operation);
    }

    /** Returns the same endpoint with an API key in the query. */
    Endpoint withApiKey(String key) {
        String query = (path.contains("?") ? "&" : "?") + "api_key=" + key;
        return new Endpoint(service, method, path + query, type, operation);
    }

    HttpTestClient.Response callWithEmptyBody(HttpTestClient client) {
        return switch (method) {
            case "GET" -> client.get(service, path);
            case "DELETE" -> client.delete(service, path);
            case "PUT" -> client.put(service, path, "", type);
            default -> client.post(service, path, "", "Content-Type", type);
        };
    }

    @Override
    public String toString() {
        return method + " " + path + " of " + service.id() + " (" + operation + ")";
    }
}
