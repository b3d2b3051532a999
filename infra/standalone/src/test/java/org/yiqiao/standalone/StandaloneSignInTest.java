package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the whole program as a new user does, with the demo town; demo accounts fetch tokens and sign in to the page.
 */
class StandaloneSignInTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration SESSION = Duration.ofSeconds(20);
    private static final String PASSWORD = "demo-town";
    private static final String TOWN = "330109106";
    private static final String GRID = "330109106004001";

    @TempDir
    private static Path folder;

    private static final HttpClient client = HttpClient.newHttpClient();
    private static final Map<String, URI> addresses = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static Process process;

    @BeforeAll
    static void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName(),
                "--yiqiao.data-dir=" + folder.resolve("data"),
                "--yiqiao.ports.kafka=0",
                "--yiqiao.ports.mongodb=0",
                "--yiqiao.sign-in.session-lifetime=" + SESSION.toSeconds() + "s"));
        for (String port : List.of(
                "governance-center", "grid-management", "resident-requests", "social-organizations", "identity")) {
            try (ServerSocket socket = new ServerSocket(0)) {
                addresses.put(port, URI.create("http://127.0.0.1:" + socket.getLocalPort()));
                command.add("--yiqiao.ports." + port + "=" + socket.getLocalPort());
            }
        }
        File console = folder.resolve("console.txt").toFile();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console)
                .start();
        await().atMost(TIMEOUT)
                .until(() ->
                        !process.isAlive() || Files.readString(console.toPath()).contains("Ctrl-C"));
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly().onExit().join();
        client.close();
    }

    @Test
    void consoleShowsAccountsAndPassword() throws IOException {
        assertThat(Files.readString(folder.resolve("console.txt")))
                .contains("every account has the password  demo-town", "grid-chief@" + GRID, "administrator@*")
                .doesNotContain("could not be loaded");
    }

    @Test
    void everyRoleGetsAnAcceptedToken() {
        for (Role role : Role.values()) {
            assertThat(call("grid-management", "/api/territory", token(role.wireName()))
                            .statusCode())
                    .as(role.wireName())
                    .isEqualTo(200);
        }
        assertThat(call("grid-management", "/api/territory", "no-token").statusCode())
                .isEqualTo(401);
    }

    @Test
    void signedInUserSeesOwnAreaUntilSignOut() {
        URI center = Objects.requireNonNull(addresses.get("governance-center"));
        URI session = center.resolve("/api/session");
        try (TestBrowser browser = new TestBrowser()) {
            assertThat(browser.get(session).statusCode()).isEqualTo(401);

            HttpResponse<String> page = browser.signIn(center, "grid-chief", PASSWORD);

            assertThat(page.uri()).isEqualTo(center.resolve("/"));
            assertThat(browser.cookie("yiqiao-center").isHttpOnly()).isTrue();
            JsonNode user = json(browser.get(session));
            assertThat(user.path("name").asString()).isEqualTo("grid-chief");
            assertThat(user.path("id").asString()).isEqualTo("chief-4-1");
            assertThat(user.path("posts").path(0).path("role").asString()).isEqualTo("grid-chief");
            assertThat(user.path("posts").path(0).path("scope").asString()).isEqualTo(GRID);
            assertThat(user.path("zone").asString()).isEqualTo("Asia/Shanghai");
            assertThat(user.path("firstSteps").path("submitRequest").asString())
                    .isEqualTo(addresses.get("resident-requests") + "/api/requests");
            assertThat(user.path("firstSteps").has("importTerritory")).isFalse();
            assertThat(browser.get(center.resolve("/api/summary?scope=" + GRID)).statusCode())
                    .isEqualTo(200);
            assertThat(browser.get(center.resolve("/api/summary?scope=" + TOWN)).statusCode())
                    .isEqualTo(404);

            URI signOut = center.resolve("/logout");
            assertThat(browser.post(signOut, null).statusCode()).isEqualTo(403);
            assertThat(browser.get(session).statusCode()).isEqualTo(200);
            HttpResponse<String> out =
                    browser.post(signOut, browser.cookie("XSRF-TOKEN").getValue());

            String next = out.headers().firstValue("Location").orElse("");
            assertThat(next).startsWith(addresses.get("identity") + "/connect/logout?");
            assertThat(browser.get(session).statusCode()).isEqualTo(401);
            assertThat(browser.get(URI.create(next)).uri()).isEqualTo(center.resolve("/"));
            assertThat(browser.get(center.resolve("/oauth2/authorization/yiqiao"))
                            .body())
                    .contains("name=\"password\"");
        }
    }

    @Test
    void sessionExpiresAndIsRenewedWithoutPassword() {
        URI center = Objects.requireNonNull(addresses.get("governance-center"));
        URI session = center.resolve("/api/session");
        try (TestBrowser browser = new TestBrowser()) {
            browser.signIn(center, "town-leader", PASSWORD);
            assertThat(browser.get(session).statusCode()).isEqualTo(200);

            await().atMost(TIMEOUT).until(() -> browser.get(session).statusCode() == 401);

            assertThat(browser.get(center.resolve("/oauth2/authorization/yiqiao"))
                            .uri())
                    .isEqualTo(center.resolve("/"));
            assertThat(browser.get(session).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void demoTownIsLoadedWithDemoAccounts() {
        String operator = token("town-operator");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(json(call("governance-center", "/api/summary?scope=" + TOWN, operator))
                                .path("total")
                                .asInt())
                        .isGreaterThan(70));
    }

    @Test
    void organizationLeadBelongsToTheDemoOrganization() {
        String lead = token("organization-lead");
        String claims = new String(Base64.getUrlDecoder().decode(lead.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        String organization = JsonMapper.shared()
                .readTree(claims)
                .path("posts")
                .path(0)
                .asString()
                .replaceFirst(".*:", "");

        assertThat(json(call("social-organizations", "/api/organizations/" + organization, lead))
                        .path("name")
                        .asString())
                .isEqualTo("渔浦邻里帮");
    }

    private static String token(String account) {
        HttpRequest request = HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get("identity")).resolve("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return json(send(request)).path("access_token").asString();
    }

    private static HttpResponse<String> call(String service, String path, String token) {
        return send(HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get(service)).resolve(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No response", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
