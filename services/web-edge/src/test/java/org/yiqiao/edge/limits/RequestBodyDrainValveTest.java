package org.yiqiao.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyDrainValveTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "conflict", new ConflictServlet());
        context.addServletMappingDecoded("/", "conflict");
        tomcat.getEngine().getPipeline().addValve(new RequestBodyDrainValve(TIMEOUT));
        tomcat.getConnector().setProperty("maxSwallowSize", Integer.toString(16 << 20));
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    @Timeout(30)
    void clientWithLargeUnreadBodyReceivesResponse() throws Exception {
        try (Socket client = connect()) {
            send(client, requestHead(4 << 20));
            client.getOutputStream().write(new byte[4 << 20]);
            assertThat(readResponse(client)).startsWith("HTTP/1.1 409");
        }
    }

    @Test
    @Timeout(30)
    void closesConnectionOfSlowClient() throws Exception {
        long started = System.nanoTime();
        try (Socket client = connect()) {
            send(client, requestHead(1 << 20));
            Thread sender = Thread.startVirtualThread(() -> sendSlowly(client));
            String response = readResponse(client);
            assertThat(response).startsWith("HTTP/1.1 409");
            sender.join();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Timeout(30)
    void connectionStaysOpenAfterBodyWasRead() throws Exception {
        try (Socket client = connect()) {
            for (int request = 0; request < 3; request++) {
                send(client, requestHead(3));
                send(client, "abc");
                assertThat(readStatusLine(client.getInputStream())).isEqualTo("HTTP/1.1 409 ");
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
    }

    private static String requestHead(int length) {
        return "POST /api HTTP/1.1\r\nHost: test\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void send(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Sends single bytes until the server closes the connection. */
    private static void sendSlowly(Socket client) {
        try {
            for (int i = 0; i < 1_000; i++) {
                Thread.sleep(50);
                client.getOutputStream().write('x');
            }
        } catch (IOException e) {
            // Expected: the server has closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the head of the response, or the part received until the server closes the connection. */
    private static String readResponse(Socket client) throws IOException {
        StringBuilder response = new StringBuilder();
        try {
            InputStream in = client.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                response.append((char) next);
                if (response.toString().endsWith("\r\n\r\n")) {
                    return response.toString();
                }
            }
        } catch (IOException e) {
            assertThat(response)
                    .as("bytes received before the connection reset")
                    .isNotEmpty();
        }
        return response.toString();
    }

    private static String readStatusLine(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        return head.substring(0, head.indexOf("\r"));
    }

    private static final class ConflictServlet extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.setContentLength(0);
        }
    }
}
