package org.yiqiao.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over persistent HTTP connections. An arrival without a free connection waits, and this wait counts as
 * latency.
 */
public final class HttpLoadSender implements LoadSender {

    private static final int CONNECTIONS = 128;

    private final URI address;
    private final IntFunction<String> bodies;
    private final IntFunction<String> headers;
    private final AtomicInteger sent = new AtomicInteger();

    /** @param bodies returns the JSON body of the n-th request */
    public HttpLoadSender(URI address, IntFunction<String> bodies) {
        this(address, bodies, n -> "");
    }

    private HttpLoadSender(URI address, IntFunction<String> bodies, IntFunction<String> headers) {
        this.address = address;
        this.bodies = bodies;
        this.headers = headers;
    }

    /** Returns a sender of the same requests with an {@code Authorization} header for each. */
    public HttpLoadSender withAuthorization(IntFunction<String> authorizations) {
        return new HttpLoadSender(address, bodies, n -> "Authorization: " + authorizations.apply(n) + "\r\n");
    }

    @Override
    public void send(LoadRecorder recorder) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < Math.min(CONNECTIONS, recorder.schedule().count()); i++) {
            clients.add(Thread.ofVirtual().start(() -> send(recorder, next)));
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    @Override
    public void close() {}

    private void send(LoadRecorder recorder, AtomicInteger next) {
        ArrivalSchedule arrivals = recorder.schedule();
        HttpClientConnection connection = null;
        for (int index = next.getAndIncrement(); index < arrivals.count(); index = next.getAndIncrement()) {
            byte[] request = request(sent.getAndIncrement());
            MicrosecondClock.sleepUntil(arrivals.timeOf(index));
            connection = exchange(recorder, index, request, connection);
        }
        close(connection);
    }

    /** Returns the connection for the next request, or null if this connection failed. */
    private @Nullable HttpClientConnection exchange(
            LoadRecorder recorder, int index, byte[] request, @Nullable HttpClientConnection connection) {
        HttpClientConnection open = connection;
        try {
            if (open == null) {
                open = new HttpClientConnection(address.getHost(), address.getPort());
            }
            HttpClientConnection.ResponseHead response = open.exchange(request);
            String location = response.location();
            if (response.status() == 201 && location != null) {
                recorder.recordAnswer(index, location.substring(location.lastIndexOf('/') + 1), MicrosecondClock.now());
            } else {
                recorder.recordFailure();
            }
            return open;
        } catch (IOException e) {
            recorder.recordFailure();
            close(open);
            return null;
        }
    }

    private byte[] request(int number) {
        byte[] body = bodies.apply(number).getBytes(StandardCharsets.UTF_8);
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Accept: application/json\r
                %sContent-Length: %d\r
                \r
                """.formatted(address.getPath(), address.getAuthority(), headers.apply(number), body.length)
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }

    private static void close(@Nullable HttpClientConnection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                // The connection is discarded anyway.
            }
        }
    }
}
