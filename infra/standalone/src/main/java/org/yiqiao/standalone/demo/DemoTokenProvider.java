package org.yiqiao.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** Fetches a token of a demo account when it is first needed, and again shortly before it expires. */
public final class DemoTokenProvider implements AccessTokenProvider {

    private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();
    private final OAuth2AuthorizedClientManager manager;

    public DemoTokenProvider(URI identity, DemoAccounts accounts) {
        ClientRegistrationRepository clients =
                id -> registrations.computeIfAbsent(id, any -> registration(identity, accounts, id));
        AuthorizedClientServiceOAuth2AuthorizedClientManager clientManager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        clients, new InMemoryOAuth2AuthorizedClientService(clients));
        clientManager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        manager = clientManager;
    }

    @Override
    public String token(String id) throws IOException {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(id)
                .principal(id)
                .build();
        try {
            return Objects.requireNonNull(manager.authorize(request), id)
                    .getAccessToken()
                    .getTokenValue();
        } catch (OAuth2AuthorizationException e) {
            throw new IOException("Cannot fetch a token for " + id, e);
        }
    }

    private static ClientRegistration registration(URI identity, DemoAccounts accounts, String id) {
        String name =
                accounts.nameOf(id).orElseThrow(() -> new IllegalArgumentException("No account has the id " + id));
        return ClientRegistration.withRegistrationId(id)
                .clientId(name)
                .clientSecret(accounts.passwordOf(name))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(identity + "/oauth2/token")
                .build();
    }
}
