package org.yiqiao.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiqiao.contracts.PlatformService;

/** A stream of live updates from the governance center. */
final class LiveUpdateStream implements AutoCloseable {

    private final InputStream stream;
    private final AtomicInteger notifications = new AtomicInteger();
    private final HttpClient client;

    private LiveUpdateStream(HttpClient client, InputStream stream) {
        this.client = client;
        this.stream = stream;
        Thread.ofVirtual().start(this::listen);
    }

    static LiveUpdateStream open(HttpTestClient caller) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                caller.request(PlatformService.GOVERNANCE_CENTER, "/api/live").build();
        return new LiveUpdateStream(
                client,
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    }

    /** Returns the number of change notifications received so far. */
    int notificationCount() {
        return notifications.get();
    }

    private void listen() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event:changed")) {
                    notifications.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // The stream was closed.
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        client.shutdownNow();
    }
}
