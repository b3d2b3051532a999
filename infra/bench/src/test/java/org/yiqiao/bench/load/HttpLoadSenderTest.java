package org.yiqiao.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadSenderTest {

    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Set<String> senders = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/requests", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(body);
            senders.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            boolean refused = body.equals("request 3");
            exchange.getResponseHeaders().add("Location", "/api/requests/id-of-" + body.replace(' ', '-'));
            byte[] answer = "some answer".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 503 : 201, body.endsWith("1") ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void connectionIsClosedIfItsFirstExchangeFails() throws Exception {
        LoadRecorder recorder = new LoadRecorder(new ArrivalSchedule(MicrosecondClock.now(), 500, 1, 1));
        try (ServerSocket garbled = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpLoadSender sender = new HttpLoadSender(
                        URI.create("http://127.0.0.1:" + garbled.getLocalPort() + "/api/requests"), n -> "request")) {
            Thread client = Thread.ofVirtual().start(() -> send(sender, recorder));
            try (Socket accepted = garbled.accept()) {
                accepted.setSoTimeout(5_000);
                accepted.getOutputStream().write("garbled\r\n".getBytes(StandardCharsets.US_ASCII));
                client.join();

                // The end of the stream follows the request: without it, this read would time out.
                assertThat(accepted.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
        assertThat(recorder.failed()).isOne();
    }

    private static void send(HttpLoadSender sender, LoadRecorder recorder) {
        try {
            sender.send(recorder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everyArrivalIsSentOnceAndItsAnswerRecorded() throws InterruptedException {
        LoadRecorder recorder = new LoadRecorder(new ArrivalSchedule(MicrosecondClock.now(), 500, 50, 1));
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/requests");

        try (HttpLoadSender sender =
                new HttpLoadSender(address, n -> "request " + n).withAuthorization(n -> "resident " + n % 3)) {
            sender.send(recorder);
        }

        assertThat(received).hasSize(50);
        assertThat(senders).containsExactlyInAnyOrder("resident 0", "resident 1", "resident 2");
        assertThat(recorder.accepted()).isEqualTo(49);
        assertThat(recorder.failed()).isOne();
        assertThat(recorder.samples()).extracting(RequestTimings::id).contains("id-of-request-1", "id-of-request-49");
    }
}
