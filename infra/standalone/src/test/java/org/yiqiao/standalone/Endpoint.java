package org.yiqiao.standalone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.access.Operations;

/** An endpoint of a running service, with an address for which nothing is there. */
record Endpoint(Service service, String method, String path, String type, String operation) {

    /** All that the services have, those of libraries left out. */
    static List<Endpoint> all() {
        return Stream.concat(
                        Arrays.stream(Service.values()).flatMap(Endpoint::of),
                        Arrays.stream(Service.values()).flatMap(service -> Stream.of("info", "metrics")
                                .map(name -> new Endpoint(service, "GET", "/actuator/" + name, "", "actuator.read"))))
                .toList();
    }

    private static Stream<Endpoint> of(Service service) {
        return SharedTownship.endpoints(service).getHandlerMethods().entrySet().stream()
                .flatMap(entry -> Operations.of(entry.getValue()).stream()
                        .map(operation -> of(service, entry.getKey(), operation)));
    }

    private static Endpoint of(Service service, RequestMappingInfo mapping, String operation) {
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

    /** The same with an API key in the query. */
    Endpoint showing(String key) {
        String query = (path.contains("?") ? "&" : "?") + "api_key=" + key;
        return new Endpoint(service, method, path + query, type, operation);
    }

    /** What it answers to a call that says nothing. */
    Http.Answer call(Http by) {
        return switch (method) {
            case "GET" -> by.get(service, path);
            case "DELETE" -> by.delete(service, path);
            default -> by.post(service, path, "", "Content-Type", type);
        };
    }

    @Override
    public String toString() {
        return method + " " + path + " of " + service.id() + " (" + operation + ")";
    }
}
