package org.yiqiao.identity.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Keeps the sign-ins of the last 12 hours in memory: clients exchange their codes, and a sign-out names the ID token.
 * Authorizations of programs are not kept, because nothing looks them up.
 */
@Component
final class InMemoryAuthorizationService implements OAuth2AuthorizationService {

    private static final int MAX_AUTHORIZATIONS = 10_000;
    private static final Duration AUTHORIZATION_LIFETIME = Duration.ofHours(12);

    private final Cache<String, OAuth2Authorization> byId = Caffeine.newBuilder()
            .maximumSize(MAX_AUTHORIZATIONS)
            .expireAfterWrite(AUTHORIZATION_LIFETIME)
            .build();
    private final Cache<String, String> idsByToken = Caffeine.newBuilder()
            .maximumSize(3 * MAX_AUTHORIZATIONS)
            .expireAfterWrite(AUTHORIZATION_LIFETIME)
            .build();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.AUTHORIZATION_CODE)) {
            return;
        }
        byId.put(authorization.getId(), authorization);
        tokenValues(authorization).forEach(token -> idsByToken.put(token, authorization.getId()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
        tokenValues(authorization).forEach(idsByToken::invalidate);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String id = idsByToken.getIfPresent(token);
        return id == null ? null : findById(id);
    }

    private static Stream<String> tokenValues(OAuth2Authorization authorization) {
        return Stream.of(OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OidcIdToken.class)
                .map(type -> authorization.getToken(type))
                .filter(Objects::nonNull)
                .map(OAuth2Authorization.Token::getToken)
                .map(OAuth2Token::getTokenValue);
    }
}
