package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiqiao.contracts.Role;

class PolicyOperationResolverTest {

    private final AccessPolicy policy =
            new AccessPolicy(Map.of("case.read", Map.of(Role.RESIDENT, PermissionExtent.OWN)), Set.of());
    private final RequestMappingHandlerMapping endpoints = new RequestMappingHandlerMapping();

    @Test
    void acceptsEndpointsWithPolicyRow() throws NoSuchMethodException {
        map("/read", new AnnotatedEndpoints(), "read");
        map("/found", new TestGeneratedEndpoint(), "handle");
        assertThatCode(() -> PolicyOperationResolver.requirePolicyRows(endpoints, policy))
                .doesNotThrowAnyException();
    }

    @Test
    void reportsEndpointWithoutPolicyRow() throws NoSuchMethodException {
        map("/forget", new AnnotatedEndpoints(), "forget");
        assertThatThrownBy(() -> PolicyOperationResolver.requirePolicyRows(endpoints, policy))
                .hasMessageContainingAll("/forget", "case.forget", "no row");
    }

    @Test
    void reportsEndpointWithoutOperation() throws NoSuchMethodException {
        map("/nothing", new AnnotatedEndpoints(), "nothing");
        assertThatThrownBy(() -> PolicyOperationResolver.requirePolicyRows(endpoints, policy))
                .hasMessageContainingAll("/nothing", "lacks @RequiresPermission");
    }

    private void map(String path, Object endpoint, String method) throws NoSuchMethodException {
        Method handler = endpoint.getClass().getDeclaredMethod(method);
        endpoints.registerMapping(RequestMappingInfo.paths(path).build(), endpoint, handler);
    }

    static final class AnnotatedEndpoints {

        @RequiresPermission("case.read")
        void read() {}

        @RequiresPermission("case.forget")
        void forget() {}

        void nothing() {}
    }

    static final class TestGeneratedEndpoint implements GeneratedEndpoint {

        @Override
        public String operation() {
            return "case.read";
        }

        void handle() {}
    }
}
