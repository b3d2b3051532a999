package org.yiqiao.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yiqiao.core.access.AccessScope;

/**
 * Applies the access policy before an endpoint is called. A caller without access is denied before the body is read.
 */
final class AccessPolicyInterceptor implements HandlerInterceptor {

    private final AccessPolicy policy;

    AccessPolicyInterceptor(AccessPolicy policy) {
        this.policy = policy;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !PolicyOperationResolver.isLibraryEndpoint(endpoint)) {
            AccessScope accessScope = PolicyOperationResolver.resolve(endpoint)
                    .map(operation -> policy.accessScope(operation, Caller.of(request)))
                    .orElse(AccessScope.NONE);
            if (accessScope.equals(AccessScope.NONE)) {
                throw new AccessDeniedException("The caller has no access to this operation");
            }
            RequestAccessScope.set(request, accessScope);
        }
        return true;
    }
}
