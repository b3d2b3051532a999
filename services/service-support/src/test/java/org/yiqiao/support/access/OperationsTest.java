package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiqiao.contracts.Role;

class OperationsTest {

    private final Policy policy = new Policy(Map.of("case.read", Map.of(Role.RESIDENT, Grant.OWN)), Set.of());
    private final RequestMappingHandlerMapping endpoints = new RequestMappingHandlerMapping();

    @Test
    void anEndpointWithARowIsFine() throws NoSuchMethodException {
        map("/read", new Endpoints(), "read");
        map("/found", new Found(), "handle");
        assertThatCode(() -> Operations.check(endpoints, policy)).doesNotThrowAnyException();
    }

    @Test
    void anEndpointWithoutARowIsNamed() throws NoSuchMethodException {
        map("/forget", new Endpoints(), "forget");
        assertThatThrownBy(() -> Operations.check(endpoints, policy))
                .hasMessageContainingAll("/forget", "case.forget", "no row");
    }

    @Test
    void anEndpointThatIsNoOperationIsNamed() throws NoSuchMethodException {
        map("/nothing", new Endpoints(), "nothing");
        assertThatThrownBy(() -> Operations.check(endpoints, policy))
                .hasMessageContainingAll("/nothing", "lacks @Requires");
    }

    private void map(String path, Object endpoint, String method) throws NoSuchMethodException {
        Method handler = endpoint.getClass().getDeclaredMethod(method);
        endpoints.registerMapping(RequestMappingInfo.paths(path).build(), endpoint, handler);
    }

    static final class Endpoints {

        @Requires("case.read")
        void read() {}

        @Requires("case.forget")
        void forget() {}

        void nothing() {}
    }

    static final class Found implements OperationEndpoint {

        @Override
        public String operation() {
            return "case.read";
        }

        void handle() {}
    }
}
