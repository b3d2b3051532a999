package org.yiqiao.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps endpoints to the operations of the access policy. */
public final class PolicyOperationResolver {

    /** Reads of the actuator endpoints, for the operators of a service. */
    static final String ACTUATOR_READ = "actuator.read";

    private PolicyOperationResolver() {}

    /** Returns the operation of an endpoint; empty for endpoints of libraries. */
    public static Optional<String> resolve(HandlerMethod endpoint) {
        if (endpoint.getBean() instanceof GeneratedEndpoint generated) {
            return Optional.of(generated.operation());
        }
        return Optional.ofNullable(endpoint.getMethodAnnotation(RequiresPermission.class))
                .map(RequiresPermission::value);
    }

    /**
     * Returns whether a library provides the endpoint: the error page, or the API documentation, which is open to all.
     */
    static boolean isLibraryEndpoint(HandlerMethod endpoint) {
        return endpoint.getBeanType().equals(BasicErrorController.class)
                || endpoint.getBeanType().getPackageName().startsWith("org.springdoc.");
    }

    /** @throws IllegalStateException if an endpoint has no operation, or if its operation has no row in the policy */
    static void requirePolicyRows(RequestMappingHandlerMapping endpoints, AccessPolicy policy) {
        List<String> errors = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((path, endpoint) -> {
            if (!isLibraryEndpoint(endpoint)) {
                Optional<String> operation = resolve(endpoint);
                if (operation.isEmpty()) {
                    errors.add(path + " lacks @RequiresPermission");
                } else if (!policy.operations().contains(operation.get())) {
                    errors.add(path + " requires " + operation.get() + ", which has no row in the policy");
                }
            }
        });
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Endpoints without access policy: " + String.join("; ", errors));
        }
    }
}
