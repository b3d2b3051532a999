package org.yiqiao.support.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yiqiao.core.access.Reach;

/** Asks the policy before an endpoint is called; whoever reaches nothing with it is denied before the body is read. */
final class PolicyGate implements HandlerInterceptor {

    private final Policy policy;

    PolicyGate(Policy policy) {
        this.policy = policy;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !Operations.isOfALibrary(endpoint)) {
            Reach reach = Operations.of(endpoint)
                    .map(operation -> policy.reach(operation, Caller.of(request)))
                    .orElse(Reach.NOWHERE);
            if (reach.equals(Reach.NOWHERE)) {
                throw new AccessDeniedException("Not with these posts");
            }
            Access.decided(request, reach);
        }
        return true;
    }
}
