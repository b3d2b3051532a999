package org.yiqiao.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.decider.DecisionContext;

/**
 * The caller of a request: a pseudonymous id and the posts that it holds.
 *
 * @param isApiKey whether the caller is a program with an API key, which has the rights of API keys regardless of its
 *     posts
 */
public record Caller(String id, Set<Post> posts, boolean isApiKey) {

    /** An unauthenticated caller, without any rights. */
    public static final Caller ANONYMOUS = new Caller(DecisionContext.ANONYMOUS, Set.of());

    private static final String SUBJECT = "sub";

    public Caller(String id, Set<Post> posts) {
        this(id, posts, false);
    }

    public static Caller of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication ? of(authentication) : ANONYMOUS;
    }

    /**
     * Returns the caller by the claims of a bearer token or of a browser sign-in; anonymous for any other principal.
     */
    public static Caller of(Authentication authentication) {
        return switch (authentication.getPrincipal()) {
            case Caller caller -> caller;
            case ClaimAccessor claims -> of(claims);
            case null, default -> ANONYMOUS;
        };
    }

    /** Returns the authentication of a request, with this caller as principal. */
    public AbstractAuthenticationToken toAuthentication(Object credentials) {
        return new PreAuthenticatedAuthenticationToken(this, credentials, List.of());
    }

    static Caller of(ClaimAccessor claims) {
        String subject = claims.getClaimAsString(SUBJECT);
        List<String> posts = claims.getClaimAsStringList(Post.CLAIM);
        return subject == null
                ? ANONYMOUS
                : new Caller(
                        subject,
                        Objects.requireNonNullElse(posts, List.<String>of()).stream()
                                .flatMap(post -> Post.parse(post).stream())
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
