package org.yiqiao.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running identity service, with a browser that keeps cookies and does not follow redirects. */
final class IdentityTestServer implements AutoCloseable {

    static final String[] ACCOUNTS = {
        "--yiqiao.identity.accounts.chief.id=id-of-chief",
        "--yiqiao.identity.accounts.chief.password={noop}right",
        "--yiqiao.identity.accounts.chief.posts=grid-chief@330109106004001,resident@*",
        "--yiqiao.identity.accounts.robot.id=id-of-robot",
        "--yiqiao.identity.accounts.robot.password={noop}secret",
        "--yiqiao.identity.accounts.robot.posts=town-operator@330109106",
        "--yiqiao.identity.accounts.robot.uses=program",
        "--yiqiao.identity.accounts.other-robot.id=id-of-other",
        "--yiqiao.identity.accounts.other-robot.password={noop}secret",
        "--yiqiao.identity.accounts.other-robot.uses=program",
        "--yiqiao.identity.accounts.third-robot.id=id-of-third",
        "--yiqiao.identity.accounts.third-robot.password={noop}secret",
        "--yiqiao.identity.accounts.third-robot.uses=program"
    };

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final ConfigurableApplicationContext context;
    private final String issuer;

    private IdentityTestServer(ConfigurableApplicationContext context, String issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    static IdentityTestServer start(Path dataDir, String... settings) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String issuer = "http://127.0.0.1:" + port;
        String[] args = Stream.concat(
                        Stream.of(
                                "--server.port=" + port,
                                "--yiqiao.identity.issuer=" + issuer,
                                "--yiqiao.data-dir=" + dataDir),
                        Arrays.stream(settings))
                .toArray(String[]::new);
        return new IdentityTestServer(IdentityApplication.application().run(args), issuer);
    }

    String issuer() {
        return issuer;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.1").GET());
    }

    HttpResponse<String> getWithToken(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encodeForm(form)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Replaces all cookies of the browser with one cookie, as another program on this machine can set it. */
    void addCookie(String name, String value) {
        HttpCookie cookie =
                new HttpCookie(name, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(URI.create(issuer), cookie);
    }

    /** Requests a token by client credentials, as {@code curl -u name:password} does. */
    HttpResponse<String> fetchToken(String name, String password) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return post("/oauth2/token", Map.of("grant_type", "client_credentials"), "Authorization", "Basic " + basic);
    }

    /** Decodes and verifies a token as a service does: with the published keys, for this issuer. */
    Jwt decode(String token) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks").build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
        return decoder.decode(token);
    }

    static JsonNode parseJson(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static String encodeForm(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        context.close();
        browser.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(issuer).resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No response", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
