package org.yiqiao.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.dockerjava.api.DockerClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

class ContainerImagesTest {

    private static final String PRESENT = "apache/kafka:4.2.1";

    private HttpServer engine;
    private DockerClient client;

    /** Starts an engine that has one image and answers everything else with 404. */
    @BeforeEach
    void startEngine() throws IOException {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", ContainerImagesTest::answer);
        engine.start();
        client = DockerClientProviderStrategy.getClientForConfig(TransportConfig.builder()
                .dockerHost(URI.create("tcp://127.0.0.1:" + engine.getAddress().getPort()))
                .build());
    }

    @AfterEach
    void stopEngine() throws IOException {
        client.close();
        engine.stop(0);
    }

    @Test
    void missingImagesAreNamedWithTheirCommands() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ContainerImages.require(client, List.of(PRESENT, "mongo:8.0", "example/tool:1")))
                .withMessage("The container engine lacks images of the tests. Fetch them with: "
                        + "docker pull mongo:8.0 && docker pull example/tool:1");
    }

    @Test
    void presentImagesAreAccepted() {
        assertThatCode(() -> ContainerImages.require(client, List.of(PRESENT))).doesNotThrowAnyException();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean isPresent = exchange.getRequestURI().getPath().endsWith("/images/" + PRESENT + "/json");
        byte[] body = (isPresent ? "{\"Id\":\"sha256:1\"}" : "{\"message\":\"no such image\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(isPresent ? 200 : 404, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
