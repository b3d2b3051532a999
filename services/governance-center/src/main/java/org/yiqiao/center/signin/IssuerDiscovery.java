package org.yiqiao.center.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.web.client.RestClient;

/** Asks the issuer how one signs in with it; not before somebody wants to, so that both start in any order. */
final class IssuerDiscovery {

    static final String REGISTRATION_ID = "yiqiao";

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(5);

    /** What this service asks the issuer itself; a browser is sent to all else. */
    private static final List<String> BACK_CHANNEL_ENDPOINTS =
            List.of("token_endpoint", "jwks_uri", "userinfo_endpoint");

    private final SignInProperties settings;

    IssuerDiscovery(SignInProperties settings) {
        this.settings = settings;
    }

    /** This page, as the issuer knows it. It has no secret, hence PKCE. */
    ClientRegistration discoverRegistration() {
        return ClientRegistrations.fromOidcConfiguration(fetchConfiguration())
                .registrationId(REGISTRATION_ID)
                .clientId(settings.clientId())
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .userNameAttributeName(StandardClaimNames.SUB)
                .build();
    }

    private Map<String, Object> fetchConfiguration() {
        String issuer = settings.issuer();
        if (issuer == null || issuer.isBlank()) {
            throw new IllegalStateException("Nobody can sign in: no issuer of tokens is configured");
        }
        String reachedAt = Objects.requireNonNullElse(settings.reachedAt(), issuer);
        Map<String, Object> configuration = new HashMap<>(Objects.requireNonNull(createRestClient()
                .get()
                .uri(reachedAt + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {})));
        if (!issuer.equals(configuration.get("issuer"))) {
            throw new IllegalStateException("At " + reachedAt + " is not the issuer " + issuer);
        }
        for (String endpoint : BACK_CHANNEL_ENDPOINTS) {
            configuration.computeIfPresent(
                    endpoint,
                    (name, address) -> address.toString().startsWith(issuer)
                            ? reachedAt + address.toString().substring(issuer.length())
                            : address);
        }
        return configuration;
    }

    private static RestClient createRestClient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(HTTP_TIMEOUT).build());
        requests.setReadTimeout(HTTP_TIMEOUT);
        return RestClient.builder().requestFactory(requests).build();
    }
}
