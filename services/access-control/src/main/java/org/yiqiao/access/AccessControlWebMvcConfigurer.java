package org.yiqiao.access;

import java.util.List;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Applies the access policy before every endpoint and resolves the access arguments of endpoints. */
final class AccessControlWebMvcConfigurer implements WebMvcConfigurer {

    private final AccessPolicy policy;

    AccessControlWebMvcConfigurer(AccessPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessPolicyInterceptor(policy));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AccessArgumentResolver());
    }
}
