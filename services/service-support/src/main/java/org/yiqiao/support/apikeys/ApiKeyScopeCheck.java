package org.yiqiao.support.apikeys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** Restricts submissions with an API key to the place for which the key was issued. */
public final class ApiKeyScopeCheck {

    static final String SCOPE_ATTRIBUTE = ApiKeyScopeCheck.class.getName();

    private ApiKeyScopeCheck() {}

    /**
     * Rejects a submission outside the place of the API key. A request without an API key is always accepted.
     *
     * @param path supplies the codes from the township down to the place of the submission; called only with an API key
     * @throws RejectedException if the place of the key is not on the path
     */
    public static void requireInScope(HttpServletRequest request, Supplier<List<String>> path) {
        if (request.getAttribute(SCOPE_ATTRIBUTE) instanceof String scope
                && !path.get().contains(scope)) {
            throw new RejectedException(Rejection.forbidden("key.elsewhere").withDetail("scope", scope));
        }
    }
}
