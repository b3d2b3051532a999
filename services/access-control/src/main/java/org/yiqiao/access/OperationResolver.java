package org.yiqiao.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which endpoint is which operation. */
public final class OperationResolver {

    /** Reading what a service tells of itself to those who run it. */
    static final String ACTUATOR_READ = "actuator.read";

    private OperationResolver() {}

    /** The operation of an endpoint; endpoints of libraries have none. */
    public static Optional<String> resolve(HandlerMethod endpoint) {
        if (endpoint.getBean() instanceof GeneratedEndpoint found) {
            return Optional.of(found.operation());
        }
        return Optional.ofNullable(endpoint.getMethodAnnotation(RequiresPermission.class))
                .map(RequiresPermission::value);
    }

    /** Endpoints of libraries: the page of an error, and the description of the API, which is open. */
    static boolean isLibraryEndpoint(HandlerMethod endpoint) {
        return endpoint.getBeanType().equals(BasicErrorController.class)
                || endpoint.getBeanType().getPackageName().startsWith("org.springdoc.");
    }

    /** @throws IllegalStateException if an endpoint is no operation, or one without a row in the policy */
    static void requirePolicyRows(RequestMappingHandlerMapping endpoints, AccessPolicy policy) {
        List<String> faults = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((path, endpoint) -> {
            if (!isLibraryEndpoint(endpoint)) {
                Optional<String> operation = resolve(endpoint);
                if (operation.isEmpty()) {
                    faults.add(path + " lacks @RequiresPermission");
                } else if (!policy.operations().contains(operation.get())) {
                    faults.add(path + " is " + operation.get() + ", which has no row in the policy");
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Endpoints that nobody may call: " + String.join("; ", faults));
        }
    }
}
