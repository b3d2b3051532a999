package org.yiqiao.access;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Prevents the start of a service with an endpoint that has no row in the access policy. */
final class EndpointPolicyCheck implements ApplicationListener<ContextRefreshedEvent> {

    private final RequestMappingHandlerMapping endpoints;
    private final AccessPolicy policy;

    EndpointPolicyCheck(RequestMappingHandlerMapping endpoints, AccessPolicy policy) {
        this.endpoints = endpoints;
        this.policy = policy;
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent refreshed) {
        PolicyOperationResolver.requirePolicyRows(endpoints, policy);
    }
}
