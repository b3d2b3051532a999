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

/**
 * Discovers the OpenID configuration of the issuer. The first sign-in triggers the discovery, so that this service and
 * the issuer can start in any order.
 */
final class IssuerDiscovery {

    static final String REGISTRATION_ID = "yiqiao";

    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(5);

    /** The endpoints that this service calls itself. The browser is redirected to all other endpoints. */
    private static final List<String> BACK_CHANNEL_ENDPOINTS =
            List.of("token_endpoint", "jwks_uri", "userinfo_endpoint");

    private final SignInProperties settings;

    IssuerDiscovery(SignInProperties settings) {
        this.settings = settings;
    }

    /**
     * Returns the client registration of the page. The client has no secret and therefore uses PKCE.
     *
     * @throws IllegalStateException if no issuer is configured or the discovered issuer is a different one
     */
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
            throw new IllegalStateException("Sign-in is not possible: no token issuer is configured");
        }
        String internalIssuer = Objects.requireNonNullElse(settings.internalIssuer(), issuer);
        Map<String, Object> configuration = new HashMap<>(Objects.requireNonNull(createRestClient()
                .get()
                .uri(internalIssuer + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {})));
        if (!issuer.equals(configuration.get("issuer"))) {
            throw new IllegalStateException("The issuer at " + internalIssuer + " is not " + issuer);
        }
        for (String endpoint : BACK_CHANNEL_ENDPOINTS) {
            configuration.computeIfPresent(
                    endpoint,
                    (name, address) -> address.toString().startsWith(issuer)
                            ? internalIssuer + address.toString().substring(issuer.length())
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
