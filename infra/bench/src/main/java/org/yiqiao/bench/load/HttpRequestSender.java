package org.yiqiao.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Requests over HTTP from many kept connections: an arrival that finds none free waits, and its latency counts that. */
public final class HttpRequestSender implements RequestSender {

    private static final int CONNECTIONS = 128;

    private final URI address;
    private final IntFunction<String> bodies;
    private final IntFunction<String> headers;
    private final AtomicInteger sent = new AtomicInteger();

    /** @param bodies the JSON of the n-th request */
    public HttpRequestSender(URI address, IntFunction<String> bodies) {
        this(address, bodies, n -> "");
    }

    private HttpRequestSender(URI address, IntFunction<String> bodies, IntFunction<String> headers) {
        this.address = address;
        this.bodies = bodies;
        this.headers = headers;
    }

    /** The same requests, of people who say who they are. */
    public HttpRequestSender withAuthorization(IntFunction<String> authorizations) {
        return new HttpRequestSender(address, bodies, n -> "Authorization: " + authorizations.apply(n) + "\r\n");
    }

    @Override
    public void send(LoadRecorder ledger) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < Math.min(CONNECTIONS, ledger.schedule().count()); i++) {
            clients.add(Thread.ofVirtual().start(() -> send(ledger, next)));
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    @Override
    public void close() {}

    private void send(LoadRecorder ledger, AtomicInteger next) {
        ArrivalSchedule arrivals = ledger.schedule();
        HttpConnection connection = null;
        for (int index = next.getAndIncrement(); index < arrivals.count(); index = next.getAndIncrement()) {
            byte[] request = request(sent.getAndIncrement());
            MicrosecondClock.sleepUntil(arrivals.timeOf(index));
            connection = exchange(ledger, index, request, connection);
        }
        close(connection);
    }

    /** The connection for the next request; null if this one broke. */
    private @Nullable HttpConnection exchange(
            LoadRecorder ledger, int index, byte[] request, @Nullable HttpConnection connection) {
        try {
            HttpConnection open =
                    connection == null ? new HttpConnection(address.getHost(), address.getPort()) : connection;
            HttpConnection.ResponseHead answer = open.exchange(request);
            String location = answer.location();
            if (answer.status() == 201 && location != null) {
                ledger.recordAnswer(index, location.substring(location.lastIndexOf('/') + 1), MicrosecondClock.now());
            } else {
                ledger.failed(1);
            }
            return open;
        } catch (IOException e) {
            ledger.failed(1);
            close(connection);
            return null;
        }
    }

    private byte[] request(int number) {
        byte[] content = bodies.apply(number).getBytes(StandardCharsets.UTF_8);
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Accept: application/json\r
                %sContent-Length: %d\r
                \r
                """.formatted(address.getPath(), address.getAuthority(), headers.apply(number), content.length)
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }

    private static void close(@Nullable HttpConnection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                // It is of no use any more, however it ends.
            }
        }
    }
}
