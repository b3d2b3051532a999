package org.yiqiao.support.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.web.Refused;

/** The place that a request's key was issued for: whoever calls with it submits nothing for another. */
public final class KeyPlace {

    static final String ATTRIBUTE = KeyPlace.class.getName();

    private KeyPlace() {}

    /**
     * Refuses what a key was not issued for; without a key, nothing.
     *
     * @param path codes of where it is, asked for only with a key
     */
    public static void check(HttpServletRequest request, Supplier<List<String>> path) {
        if (request.getAttribute(ATTRIBUTE) instanceof String scope
                && !path.get().contains(scope)) {
            throw new Refused(Rejection.forbidden("key.elsewhere").with("scope", scope));
        }
    }
}
