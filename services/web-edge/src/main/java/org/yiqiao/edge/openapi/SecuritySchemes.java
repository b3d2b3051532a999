package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;

/** Describes the ways to authenticate: sign-in at the issuer, a bearer token, and an API key where one is accepted. */
final class SecuritySchemes {

    private static final String SIGN_IN = "signIn";
    private static final String BEARER = "bearerToken";
    private static final String API_KEY = "apiKey";
    private static final String SCOPE = "openid";

    private final ApiDocumentProperties properties;

    SecuritySchemes(ApiDocumentProperties properties) {
        this.properties = properties;
    }

    void describe(OpenAPI document, boolean acceptsApiKeys) {
        document.addSecurityItem(requirement(BEARER));
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the issuer."));
        if (properties.issuerOrigin().isPresent()) {
            document.addSecurityItem(new SecurityRequirement().addList(SIGN_IN, SCOPE));
            document.getComponents().addSecuritySchemes(SIGN_IN, signIn());
        }
        if (acceptsApiKeys) {
            document.getComponents()
                    .addSecuritySchemes(
                            API_KEY,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.HEADER)
                                    .name("X-Api-Key")
                                    .description("The key of a program that submits requests of residents."));
        }
    }

    /** Adds the API key to the ways in which an operation can be called. */
    void acceptApiKey(Operation operation) {
        operation.setSecurity(
                properties.issuerOrigin().isPresent()
                        ? List.of(
                                requirement(BEARER),
                                new SecurityRequirement().addList(SIGN_IN, SCOPE),
                                requirement(API_KEY))
                        : List.of(requirement(BEARER), requirement(API_KEY)));
    }

    private SecurityScheme signIn() {
        Scopes scopes = new Scopes().addString(SCOPE, "The posts of the account.");
        OAuthFlow people = new OAuthFlow().scopes(scopes);
        OAuthFlow programs = new OAuthFlow().scopes(new Scopes());
        properties.authorizationUri().ifPresent(people::authorizationUrl);
        properties.tokenUri().ifPresent(people::tokenUrl);
        properties.tokenUri().ifPresent(programs::tokenUrl);
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("People sign in at the issuer with PKCE; programs use their own credentials there.")
                .flows(new OAuthFlows().authorizationCode(people).clientCredentials(programs));
    }

    private static SecurityRequirement requirement(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }
}
