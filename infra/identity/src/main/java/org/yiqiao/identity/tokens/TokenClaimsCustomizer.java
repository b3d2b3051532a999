package org.yiqiao.identity.tokens;

import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.Post;
import org.yiqiao.identity.accounts.Account;
import org.yiqiao.identity.accounts.AccountDirectory;

/** Adds the pseudonymous id and the posts of the account to its tokens, never the name. */
@Component
final class TokenClaimsCustomizer implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The audience of access tokens: the services. */
    static final String AUDIENCE = "yiqiao";

    private final AccountDirectory accounts;

    TokenClaimsCustomizer(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        Authentication owner = Objects.requireNonNull(token.getPrincipal());
        Account account = accounts.findByName(owner.getName()).orElseThrow();
        token.getClaims().subject(account.id()).claim(Post.CLAIM, account.postClaimValues());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().audience(List.of(AUDIENCE));
        }
    }
}
