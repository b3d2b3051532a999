package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.contracts.PlatformService;

/** Verifies with a real server that a client that goes away during a response leaves no error in the log. */
class ClientDisconnectTest {

    private static final AtomicInteger ENDED = new AtomicInteger();
    private static final ScheduledExecutorService SENDER = Executors.newSingleThreadScheduledExecutor();

    private final Tomcat tomcat = new Tomcat();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            if (line.getLevel().toInt() >= ch.qos.logback.classic.Level.WARN_INT) {
                warnings.add(line.getFormattedMessage());
            }
        }
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws LifecycleException {
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        spring.register(TestWebConfiguration.class);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        Wrapper dispatcher = Tomcat.addServlet(context, "dispatcher", new DispatcherServlet(spring));
        dispatcher.setAsyncSupported(true);
        dispatcher.setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "dispatcher");
        tomcat.start();
        listener.start();
        root.addAppender(listener);
        ENDED.set(0);
    }

    @AfterAll
    static void stopSending() {
        SENDER.shutdownNow();
    }

    @AfterEach
    void stop() throws LifecycleException {
        root.detachAppender(listener);
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    @Timeout(60)
    void clientThatLeavesDuringAFileIsNotLogged() throws Exception {
        leaveDuring("/csv");

        assertThat(warnings).isEmpty();
    }

    @Test
    @Timeout(60)
    void clientThatLeavesDuringLiveUpdatesIsNotLogged() throws Exception {
        leaveDuring("/live");

        assertThat(warnings).isEmpty();
    }

    /** A body that ends like a complete one would be taken for the complete file. */
    @Test
    @Timeout(60)
    void failureDuringAFileIsLoggedAndCutsTheConnection() throws IOException {
        String received;
        try (Socket client = connect("/failing")) {
            received = readAll(client);
        }

        assertThat(received)
                .startsWith("HTTP/1.1 200")
                .doesNotContain("problem")
                .doesNotEndWith("0\r\n\r\n");
        assertThat(warnings)
                .anyMatch(line -> line.startsWith("Unexpected failure, urn:uuid:"))
                .noneMatch(line -> line.contains("No converter"));
    }

    @Test
    void wholeKindOfDisconnectIsRecognized() {
        ClientAbortException abort = new ClientAbortException(new IOException("Broken pipe"));
        for (Throwable gone : List.of(
                abort,
                new UncheckedIOException(abort),
                new IllegalStateException(new AsyncRequestNotUsableException("The response is not usable", abort)))) {
            assertThat(ClientDisconnect.isCauseOf(gone)).as(gone.toString()).isTrue();
        }
        for (Throwable failure : List.of(
                new IllegalStateException("broken"),
                new IOException("No space left on device"),
                new IOException("Broken pipe"),
                new UncheckedIOException(new IOException("Connection reset by peer")),
                new MongoException("lost", new IOException("Connection reset by peer")))) {
            assertThat(ClientDisconnect.isCauseOf(failure))
                    .as(failure.toString())
                    .isFalse();
        }
    }

    /** An empty answer with status 200 would be taken for a result. */
    @Test
    @Timeout(60)
    void brokenConnectionToAnotherServerIsAProblem() throws IOException {
        String received;
        try (Socket client = connect("/outgoing")) {
            client.shutdownOutput();
            received = readAll(client);
        }

        assertThat(received).startsWith("HTTP/1.1 500").contains("\"code\":\"unexpected\"");
        assertThat(warnings).anyMatch(line -> line.startsWith("Unexpected failure, urn:uuid:"));
    }

    private void leaveDuring(String path) throws IOException, LifecycleException {
        try (Socket client = connect(path)) {
            assertThat(client.getInputStream().readNBytes(200)).hasSize(200);
            client.setSoLinger(true, 0);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> ENDED.get() > 0);
        tomcat.stop(); // ends what the server still does after the failure
    }

    private Socket connect(String path) throws IOException {
        Socket client = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: town\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String readAll(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Configuration
    @EnableWebMvc
    @Import({ProblemExceptionHandler.class, EndlessController.class})
    static class TestWebConfiguration {

        @Bean
        ProblemResponseFactory responses() {
            return new ProblemResponseFactory(new ProblemMessages(PlatformService.GOVERNANCE_CENTER));
        }
    }

    @RestController
    static class EndlessController {

        private final AtomicReference<@Nullable Future<?>> sending = new AtomicReference<>();

        @GetMapping(path = "/csv", produces = "text/csv")
        void csv(HttpServletResponse response) throws IOException {
            response.setContentType("text/csv");
            try (OutputStream file = response.getOutputStream()) {
                while (true) {
                    file.write("a,b,c\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
                    file.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                ENDED.incrementAndGet();
            }
        }

        @GetMapping(path = "/failing", produces = "text/csv")
        void failing(HttpServletResponse response) throws IOException {
            response.setContentType("text/csv");
            response.getOutputStream().write("a,b,c\n".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            throw new IllegalStateException("The next row cannot be read");
        }

        @GetMapping("/outgoing")
        void outgoing() throws IOException {
            throw new IOException("Connection reset by peer");
        }

        @GetMapping(path = "/live", produces = "text/event-stream")
        SseEmitter live() {
            SseEmitter emitter = new SseEmitter(60_000L);
            sending.set(SENDER.scheduleAtFixedRate(() -> send(emitter), 0, 10, TimeUnit.MILLISECONDS));
            return emitter;
        }

        private static void send(SseEmitter emitter) {
            try {
                emitter.send("x".repeat(1_000));
            } catch (IOException | IllegalStateException gone) {
                ENDED.incrementAndGet();
                throw new IllegalStateException(gone); // ends the schedule
            }
        }
    }
}
