package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.PlatformService;

/** No value of a header, however odd, leads to a 500. A purpose and an idempotency key can be Chinese. */
class HeaderSweepTest {

    /** Every header that the program or one of its libraries reads. */
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "Authorization",
            "Content-Encoding",
            "Content-Type",
            "Cookie",
            "Forwarded",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Last-Event-ID",
            "Origin",
            "Range",
            "Sec-Fetch-Site",
            "traceparent",
            "tracestate",
            "baggage",
            "b3",
            "X-Api-Key",
            "api_key",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Purpose",
            "X-XSRF-TOKEN");

    private static final List<String> VALUES = List.of(
            "",
            ",",
            ";=",
            "\"",
            "\"\"",
            "W/\"",
            "%",
            "%zz",
            "*",
            "*/*;q=2",
            "a/b;charset=none",
            "application/json;charset=\u00e9",
            "/",
            "null",
            "-1",
            "NaN",
            "9".repeat(400),
            "x".repeat(4_000),
            "Mon, 99 Foo 2026 99:99:99 GMT",
            "bytes=9-1,-",
            "Bearer",
            "Bearer a.b.c",
            "Basic =",
            "http://[",
            "https://\u00e9:99999",
            "for=\"[",
            "UTF-8''%E6",
            "UTF-8''%00",
            utf8("核查"),
            utf8("\ud83d\ude00"),
            "\u00ff\u00fe",
            "a\u0085b",
            "a\tb",
            "${jndi:ldap://x}");

    private static final HttpTestClient caller = SharedPlatform.http().signedInWithEveryPost("sweeper");

    @Test
    void noHeaderValueLeadsToAnInternalError() {
        List<Probe> probes = new ArrayList<>();
        for (Endpoint endpoint : (Iterable<Endpoint>) endpoints()::iterator) {
            for (String header : HEADERS) {
                // Every value of every header meets several endpoints, and the most important ones meet all values.
                int values = isFullySwept(endpoint) ? VALUES.size() : 1;
                for (int i = 0; i < values; i++) {
                    probes.add(new Probe(endpoint, header, VALUES.get(probes.size() % VALUES.size())));
                }
            }
        }
        assertThat(probes.parallelStream().filter(probe -> probe.send() == 500)).isEmpty();
    }

    @Test
    void purposeAndIdempotencyKeyCanBeChinese() {
        String path = submit("Idempotency-Key", encoded("路灯-七号")).header("Location");
        assertThat(submit("Idempotency-Key", encoded("路灯-七号")).header("Location"))
                .isEqualTo(path)
                .isNotEmpty();
        assertThat(submit("Idempotency-Key", encoded("路灯-八号")).header("Location"))
                .isNotEqualTo(path)
                .isNotEmpty();

        HttpTestClient.Response read =
                caller.get(PlatformService.RESIDENT_REQUESTS, path + "/unmasked", encoded("入户走访，诉求 4f8c"));

        assertThat(read.status()).as(read.json().toString()).isEqualTo(200);
        assertThat(caller.get(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/audit?operation=case.unmask&caller=sweeper&limit=200")
                        .json()
                        .toString())
                .contains("入户走访，诉求 4f8c");
    }

    @Test
    void valuesOfPurposeAndIdempotencyKeyAreNotLogged() throws IOException {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                logged.add(line.getFormattedMessage());
                if (line.getThrowableProxy() != null) {
                    logged.add(ThrowableProxyUtil.asString(line.getThrowableProxy()));
                }
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        listener.start();
        root.addAppender(listener);
        try {
            Endpoint submission = new Endpoint(
                    PlatformService.RESIDENT_REQUESTS, "POST", "/api/requests", "application/json", "case.submit");
            for (String header : List.of("X-Purpose", "Idempotency-Key", "If-Match", "traceparent")) {
                for (String value :
                        List.of("wangfang\u0085", "wangfang\u0001", "wangfang <\u00ff>", utf8("wangfang 王芳"))) {
                    assertThat(send(submission, header, value)).isNotEqualTo(500);
                }
            }
        } finally {
            root.detachAppender(listener);
        }
        assertThat(logged).noneMatch(line -> line.contains("wangfang"));
    }

    private static HttpTestClient.Response submit(String header, String value) {
        HttpTestClient.Response submitted =
                SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE, header, value);
        assertThat(submitted.status()).as(submitted.json().toString()).isEqualTo(201);
        return submitted;
    }

    private static String encoded(String text) {
        return "UTF-8''" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Stream<Endpoint> endpoints() {
        return Stream.concat(
                Endpoint.all().stream(), Arrays.stream(PlatformService.values()).flatMap(service -> Stream.of(
                                "/", "/v3/api-docs", "/swagger-ui/index.html", "/nothing")
                        .map(path -> new Endpoint(service, "GET", path, "", "public"))));
    }

    private static boolean isFullySwept(Endpoint endpoint) {
        return endpoint.operation().equals("case.submit")
                || endpoint.operation().equals("case.unmask");
    }

    private record Probe(Endpoint endpoint, String header, String value) {

        int send() {
            try {
                return HeaderSweepTest.send(endpoint, header, value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static int send(Endpoint endpoint, String header, String value) throws IOException {
        URI address = Objects.requireNonNull(caller.addresses().get(endpoint.service()));
        StringBuilder head = new StringBuilder(endpoint.method() + " " + endpoint.path() + " HTTP/1.1\r\n")
                .append("Host: ")
                .append(address.getAuthority())
                .append("\r\nConnection: close\r\nContent-Length: 2\r\n");
        if (!header.equals("Authorization")) {
            head.append("Authorization: Bearer ").append(caller.token()).append("\r\n");
        }
        if (!header.equals("Content-Type") && !endpoint.type().isEmpty()) {
            head.append("Content-Type: ").append(endpoint.type()).append("\r\n");
        }
        head.append(header).append(": ").append(value).append("\r\n\r\n{}");
        try (RawHttpConnection connection = new RawHttpConnection(address)) {
            connection.send(head.toString());
            return connection.readStatus();
        }
    }

    /** Returns a text of one character for each byte of a text in UTF-8. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
