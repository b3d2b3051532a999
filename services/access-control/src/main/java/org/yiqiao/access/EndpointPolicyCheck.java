package org.yiqiao.access;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets no service start with an endpoint that the policy does not know. */
final class EndpointPolicyCheck implements ApplicationListener<ContextRefreshedEvent> {

    private final RequestMappingHandlerMapping endpoints;
    private final AccessPolicy policy;

    EndpointPolicyCheck(RequestMappingHandlerMapping endpoints, AccessPolicy policy) {
        this.endpoints = endpoints;
        this.policy = policy;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent refreshed) {
        OperationResolver.requirePolicyRows(endpoints, policy);
    }
}
