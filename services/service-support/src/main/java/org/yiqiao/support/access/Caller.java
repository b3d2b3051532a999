package org.yiqiao.support.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.decider.Context;

/** Who calls: a pseudonymous id and the posts that it holds. */
public record Caller(String id, Set<Post> posts) {

    public static Caller of(HttpServletRequest request) {
        return new Caller(Objects.requireNonNullElse(request.getHeader("X-Actor"), Context.ANONYMOUS), Set.of());
    }
}
