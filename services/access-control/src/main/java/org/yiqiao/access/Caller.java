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
 * Who calls: a pseudonymous id and the posts that it holds.
 *
 * @param isApiKey whether it is a program that shows an API key: then it may what keys may, whatever its posts
 */
public record Caller(String id, Set<Post> posts, boolean isApiKey) {

    /** Somebody who has not signed in, and may nothing. */
    public static final Caller ANONYMOUS = new Caller(DecisionContext.ANONYMOUS, Set.of());

    private static final String SUBJECT = "sub";

    public Caller(String id, Set<Post> posts) {
        this(id, posts, false);
    }

    public static Caller of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication ? of(authentication) : ANONYMOUS;
    }

    /** By the claims of a bearer token, or of who signed in to a page. */
    public static Caller of(Authentication authentication) {
        return switch (authentication.getPrincipal()) {
            case Caller caller -> caller;
            case ClaimAccessor claims -> of(claims);
            case null, default -> ANONYMOUS;
        };
    }

    /** What a request is authenticated by: this caller, for what it showed. */
    public AbstractAuthenticationToken toAuthentication(Object shown) {
        return new PreAuthenticatedAuthenticationToken(this, shown, List.of());
    }

    static Caller of(ClaimAccessor claims) {
        String subject = claims.getClaimAsString(SUBJECT);
        List<String> words = claims.getClaimAsStringList(Post.CLAIM);
        return subject == null
                ? ANONYMOUS
                : new Caller(
                        subject,
                        Objects.requireNonNullElse(words, List.<String>of()).stream()
                                .flatMap(word -> Post.parse(word).stream())
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
