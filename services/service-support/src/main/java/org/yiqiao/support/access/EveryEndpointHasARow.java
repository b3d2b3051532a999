package org.yiqiao.support.access;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets no service start with an endpoint that the policy does not know. */
final class EveryEndpointHasARow implements ApplicationListener<ContextRefreshedEvent> {

    private final RequestMappingHandlerMapping endpoints;
    private final Policy policy;

    EveryEndpointHasARow(RequestMappingHandlerMapping endpoints, Policy policy) {
        this.endpoints = endpoints;
        this.policy = policy;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent refreshed) {
        Operations.check(endpoints, policy);
    }
}
