package org.yiqiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Verifies the sign-in of a person in a browser: authorization code with PKCE. */
class SignInTest {

    private static final String REDIRECT_URI = "http://127.0.0.1:8080/login/oauth2/code/yiqiao";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-length";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private IdentityTestServer identity;

    @BeforeEach
    void start() throws IOException {
        identity = IdentityTestServer.start(folder, IdentityTestServer.ACCOUNTS);
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void signInReturnsTokensWithPostsAndWithoutConsent() {
        JsonNode tokens = signInAndFetchTokens();

        Jwt access = identity.decode(tokens.path("access_token").asString());
        assertThat(access.getSubject()).isEqualTo("id-of-chief");
        assertThat(access.getAudience()).containsExactly("yiqiao");
        assertThat(access.getClaimAsStringList("posts")).containsExactly("grid-chief@330109106004001", "resident@*");
        Jwt id = identity.decode(tokens.path("id_token").asString());
        assertThat(id.getSubject()).isEqualTo("id-of-chief");
        assertThat(id.getAudience()).containsExactly("governance-center");
        assertThat(id.getClaimAsStringList("posts")).isEqualTo(access.getClaimAsStringList("posts"));
        assertThat(id.getClaims()).doesNotContainValue("chief");
    }

    @Test
    void accountNameIsOnlyInUserInfo() {
        String token = signInAndFetchTokens().path("access_token").asString();

        JsonNode info = IdentityTestServer.parseJson(identity.getWithToken(token, "/userinfo"));

        assertThat(info.path("preferred_username").asString()).isEqualTo("chief");
        assertThat(info.path("sub").asString()).isEqualTo("id-of-chief");
    }

    @Test
    void authorizationRequiresPkce() {
        Map<String, String> parameters = authorizationParameters();
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");

        HttpResponse<String> response = identity.get(authorizationPath(parameters));

        assertThat(parameter(location(response), "error")).isEqualTo("invalid_request");
        assertThat(parameter(location(response), "code")).isNull();
    }

    @Test
    void codeIsBoundToItsVerifierAndUsableOnce() {
        identity.get(authorizationPath(authorizationParameters()));
        String code = parameter(location(identity.get(location(submit("chief", "right")))), "code");

        assertThat(exchange(code, "another-verifier-of-at-least-forty-three-characters")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(exchange(code, VERIFIER).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void peopleSignInToSwaggerUiFromThePageOfAService() {
        String page = "http://127.0.0.1:8082";
        Map<String, String> parameters = authorizationParameters();
        parameters.put("client_id", "api-docs");
        parameters.put("scope", "openid");
        parameters.put("redirect_uri", page + "/swagger-ui/oauth2-redirect.html");
        identity.get(authorizationPath(parameters));
        String code = parameter(location(identity.get(location(submit("chief", "right")))), "code");

        HttpResponse<String> tokens = identity.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "api-docs",
                        "redirect_uri",
                        page + "/swagger-ui/oauth2-redirect.html",
                        "code",
                        Objects.requireNonNull(code),
                        "code_verifier",
                        VERIFIER),
                "Origin",
                page);

        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.headers().firstValue("Access-Control-Allow-Origin")).hasValue(page);
        Jwt access = identity.decode(
                IdentityTestServer.parseJson(tokens).path("access_token").asString());
        assertThat(access.getClaimAsStringList("posts")).containsExactly("grid-chief@330109106004001", "resident@*");
    }

    @Test
    void tokenRequestFromAnotherOriginIsRefused() {
        HttpResponse<String> response = identity.post(
                "/oauth2/token", Map.of("grant_type", "authorization_code"), "Origin", "http://evil.example");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void unknownRedirectUriIsRejected() {
        Map<String, String> parameters = authorizationParameters();
        parameters.put("redirect_uri", "http://evil.example/login/oauth2/code/yiqiao");

        HttpResponse<String> response = identity.get(authorizationPath(parameters));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void failedSignInDoesNotRevealTheReason() {
        identity.get(authorizationPath(authorizationParameters()));

        HttpResponse<String> wrong = submit("chief", "wrong");
        HttpResponse<String> unknown = submit("nobody", "right");
        HttpResponse<String> program = submit("robot", "secret");

        assertThat(location(wrong)).isEqualTo("/login?wrong&lang=en");
        assertThat(location(unknown)).isEqualTo(location(wrong));
        assertThat(location(program)).isEqualTo(location(wrong));
        assertThat(identity.get(location(wrong)).body()).contains("Incorrect account or password.");
    }

    @Test
    void correctPasswordIsRejectedAfterTooManyFailures() {
        for (int i = 0; i < 5; i++) {
            submit("chief", "wrong" + i);
        }

        HttpResponse<String> right = submit("chief", "right");

        assertThat(location(right)).isEqualTo("/login?wait&lang=en");
        assertThat(identity.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void formWithoutAValidCsrfTokenIsRejected() {
        HttpResponse<String> response =
                identity.post("/login", Map.of("username", "chief", "password", "right", "_csrf", "made-up"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void pageUsesTheRequestedLanguage() {
        Map<String, String> parameters = authorizationParameters();
        parameters.put("ui_locales", "zh-CN");
        identity.get(authorizationPath(parameters));

        assertThat(identity.get("/login").body()).contains("<html lang=\"zh-CN\">", "密码");
        HttpResponse<String> english = identity.get("/login?lang=en");
        assertThat(english.body()).contains("<html lang=\"en\">", "Password");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(english.headers().allValues("Vary").toString()).contains("Accept-Language");
    }

    @Test
    void redirectCookieCannotLeadToAnotherSite() {
        HttpResponse<String> authorization = identity.get(authorizationPath(authorizationParameters()));
        assertThat(authorization.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("REDIRECT_URI="));
        identity.addCookie("REDIRECT_URI", "/oauth2/authorize?x={1}");
        assertThat(location(submit("chief", "right"))).isEqualTo(identity.issuer() + "/oauth2/authorize?x={1}");

        for (String foreignUrl : List.of("http://evil.example/", "//evil.example/", "\\\\evil.example")) {
            identity.addCookie("REDIRECT_URI", foreignUrl);
            assertThat(location(submit("chief", "right"))).as(foreignUrl).isEqualTo("/");
        }
    }

    @Test
    void noSessionIsCreatedBeforeSignIn() {
        HttpResponse<String> response = identity.get(authorizationPath(authorizationParameters()));

        assertThat(response.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.startsWith("yiqiao-identity="));
    }

    @Test
    void signOutOfTheCenterEndsTheIssuerSession() {
        String idToken = signInAndFetchTokens().path("id_token").asString();
        assertThat(identity.get("/").body()).contains("<b>chief</b>");

        HttpResponse<String> signedOut = identity.get("/connect/logout?"
                + IdentityTestServer.encodeForm(
                        Map.of("id_token_hint", idToken, "post_logout_redirect_uri", "http://127.0.0.1:8080/")));

        assertThat(location(signedOut)).isEqualTo("http://127.0.0.1:8080/");
        assertThat(location(identity.get("/"))).startsWith("/login");
    }

    private JsonNode signInAndFetchTokens() {
        HttpResponse<String> authorization = identity.get(authorizationPath(authorizationParameters()));
        assertThat(location(authorization)).isEqualTo("/login");
        HttpResponse<String> granted = identity.get(location(submit("chief", "right")));
        assertThat(location(granted)).startsWith(REDIRECT_URI + "?");
        assertThat(parameter(location(granted), "state")).isEqualTo("a-state");
        HttpResponse<String> tokens = exchange(parameter(location(granted), "code"), VERIFIER);
        assertThat(tokens.statusCode()).isEqualTo(200);
        return IdentityTestServer.parseJson(tokens);
    }

    private HttpResponse<String> submit(String name, String password) {
        Matcher csrf = CSRF.matcher(identity.get("/login?lang=en").body());
        assertThat(csrf.find()).isTrue();
        return identity.post(
                "/login", Map.of("username", name, "password", password, "lang", "en", "_csrf", csrf.group(1)));
    }

    private HttpResponse<String> exchange(@Nullable String code, String verifier) {
        return identity.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "governance-center",
                        "redirect_uri",
                        REDIRECT_URI,
                        "code",
                        Objects.requireNonNull(code),
                        "code_verifier",
                        verifier));
    }

    private static Map<String, String> authorizationParameters() {
        return new HashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                "governance-center",
                "scope",
                "openid profile",
                "state",
                "a-state",
                "redirect_uri",
                REDIRECT_URI,
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
    }

    private static String authorizationPath(Map<String, String> parameters) {
        return "/oauth2/authorize?" + IdentityTestServer.encodeForm(parameters);
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static @Nullable String parameter(String address, String name) {
        return UriComponentsBuilder.fromUri(URI.create(address))
                .build()
                .getQueryParams()
                .getFirst(name);
    }
}
