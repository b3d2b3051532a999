package org.yiqiao.identity.tokens;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.yiqiao.identity.IdentityProperties;
import org.yiqiao.identity.accounts.Account;
import org.yiqiao.identity.accounts.AccountDirectory;

/**
 * The OAuth clients: the governance center and Swagger UI, for the users that sign in there, and the accounts of
 * programs.
 */
@Component
final class ConfiguredOAuthClientRepository implements RegisteredClientRepository {

    private static final String GOVERNANCE_CENTER = "governance-center";
    private static final String API_DOCS = "api-docs";

    private final AccountDirectory accounts;
    private final TokenSettings tokens;
    private final Map<String, RegisteredClient> pageClients;

    ConfiguredOAuthClientRepository(AccountDirectory accounts, IdentityProperties identity) {
        this.accounts = accounts;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(identity.tokenLifetime())
                .build();
        this.pageClients =
                Map.of(GOVERNANCE_CENTER, governanceCenterClient(identity), API_DOCS, apiDocumentClient(identity));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients can only be configured");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        RegisteredClient pageClient = pageClients.get(id);
        return pageClient != null
                ? pageClient
                : accounts.findByName(id)
                        .filter(account -> account.hasUse(Account.Use.PROGRAM))
                        .map(this::programClient)
                        .orElse(null);
    }

    private RegisteredClient governanceCenterClient(IdentityProperties identity) {
        RegisteredClient.Builder client = pageClient(GOVERNANCE_CENTER).scope(OidcScopes.PROFILE);
        for (URI page : identity.pages()) {
            client.redirectUri(page + "/login/oauth2/code/yiqiao").postLogoutRedirectUri(page + "/");
        }
        return client.build();
    }

    private RegisteredClient apiDocumentClient(IdentityProperties identity) {
        RegisteredClient.Builder client = pageClient(API_DOCS);
        for (URI page : identity.apiPages()) {
            client.redirectUri(page + "/swagger-ui/oauth2-redirect.html");
        }
        return client.build();
    }

    /**
     * Returns a client without a secret. PKCE makes the code useless to any client but the one that started the
     * sign-in, and the code is sent to the configured addresses only.
     */
    private RegisteredClient.Builder pageClient(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens);
    }

    private RegisteredClient programClient(Account account) {
        return RegisteredClient.withId(account.name())
                .clientId(account.name())
                .clientSecret(account.password())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }
}
