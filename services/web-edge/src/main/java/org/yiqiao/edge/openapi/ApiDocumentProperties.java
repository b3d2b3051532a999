package org.yiqiao.edge.openapi;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The token issuer in the API document, with which people sign in to Swagger UI.
 *
 * @param issuer address of the issuer for browsers; empty if the document offers no sign-in
 * @param authorizationPath path of the authorization endpoint
 * @param tokenPath path of the token endpoint
 */
@ConfigurationProperties("yiqiao.api-docs")
public record ApiDocumentProperties(
        @Nullable String issuer,
        @DefaultValue("/oauth2/authorize") String authorizationPath,
        @DefaultValue("/oauth2/token") String tokenPath) {

    Optional<String> authorizationUri() {
        return address().map(issuerAddress -> issuerAddress + authorizationPath);
    }

    Optional<String> tokenUri() {
        return address().map(issuerAddress -> issuerAddress + tokenPath);
    }

    /** Returns the origin of the issuer, which Swagger UI calls from the browser. */
    public Optional<String> issuerOrigin() {
        return address().map(URI::create).map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private Optional<String> address() {
        return Optional.ofNullable(issuer).filter(text -> !text.isBlank()).map(text -> text.replaceFirst("/$", ""));
    }
}
