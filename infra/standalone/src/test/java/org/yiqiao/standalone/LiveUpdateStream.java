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

/** A line on which the center tells that there is something new. */
final class LiveUpdateStream implements AutoCloseable {

    private final InputStream line;
    private final AtomicInteger told = new AtomicInteger();
    private final HttpClient client;

    private LiveUpdateStream(HttpClient client, InputStream line) {
        this.client = client;
        this.line = line;
        Thread.ofVirtual().start(this::listen);
    }

    static LiveUpdateStream open(HttpTestClient by) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                by.request(PlatformService.GOVERNANCE_CENTER, "/api/live").build();
        return new LiveUpdateStream(
                client,
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    }

    /** How often it told so far. */
    int notificationCount() {
        return told.get();
    }

    private void listen() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (text.startsWith("event:changed")) {
                    told.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // It was hung up.
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
        client.shutdownNow();
    }
}
