package org.yiqiao.support.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which endpoint is which operation. */
public final class Operations {

    /** Reading what a service tells of itself to those who run it. */
    static final String ACTUATOR = "actuator.read";

    private Operations() {}

    /** The operation of an endpoint; endpoints of libraries have none. */
    public static Optional<String> of(HandlerMethod endpoint) {
        if (endpoint.getBean() instanceof OperationEndpoint found) {
            return Optional.of(found.operation());
        }
        return Optional.ofNullable(endpoint.getMethodAnnotation(Requires.class)).map(Requires::value);
    }

    /** Endpoints of libraries: the page of an error, and the description of the API, which is open. */
    static boolean isOfALibrary(HandlerMethod endpoint) {
        return endpoint.getBeanType().equals(BasicErrorController.class)
                || endpoint.getBeanType().getPackageName().startsWith("org.springdoc.");
    }

    /** @throws IllegalStateException if an endpoint is no operation, or one without a row in the policy */
    static void check(RequestMappingHandlerMapping endpoints, Policy policy) {
        List<String> faults = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((path, endpoint) -> {
            if (!isOfALibrary(endpoint)) {
                Optional<String> operation = of(endpoint);
                if (operation.isEmpty()) {
                    faults.add(path + " lacks @Requires");
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
