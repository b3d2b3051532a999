package org.yiqiao.support.apikeys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** The place that a request's key was issued for: whoever calls with it submits nothing for another. */
public final class ApiKeyScopeCheck {

    static final String SCOPE_ATTRIBUTE = ApiKeyScopeCheck.class.getName();

    private ApiKeyScopeCheck() {}

    /**
     * Refuses what a key was not issued for; without a key, nothing.
     *
     * @param path codes of where it is, asked for only with a key
     */
    public static void requireInScope(HttpServletRequest request, Supplier<List<String>> path) {
        if (request.getAttribute(SCOPE_ATTRIBUTE) instanceof String scope
                && !path.get().contains(scope)) {
            throw new RejectedException(Rejection.forbidden("key.elsewhere").withDetail("scope", scope));
        }
    }
}
