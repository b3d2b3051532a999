package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;

/** Request bodies that are too large, too deeply nested, too slow, or different from their headers. */
class RequestBodyAttackTest {

    private static final HttpTestClient operator = SecurityTestTown.operator();

    @TempDir
    private Path folder;

    @AfterEach
    void assertTownIsHealthy() {
        SecurityTestTown.assertHealthy();
    }

    @Test
    @Timeout(60)
    void chunkedBodyIsLimited() throws Exception {
        try (RawHttpConnection connection = connect()) {
            connection.send(requestHead("Transfer-Encoding: chunked"));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 40; i++) {
                connection.send(chunk);
            }
            connection.send("0\r\n\r\n");
            assertThat(connection.readStatus()).isEqualTo(413);
        }
    }

    @Test
    @Timeout(60)
    void invalidContentLengthIsRejected() throws Exception {
        for (String length :
                List.of("Content-Length: -5", "Content-Length: 5\r\nContent-Length: 7", "Content-Length: x")) {
            try (RawHttpConnection connection = connect()) {
                connection.send(requestHead(length) + "{}");
                assertThat(connection.readStatus()).as(length).isEqualTo(400);
            }
        }
        try (RawHttpConnection connection = connect()) {
            connection.send(requestHead("Content-Length: 99999999999") + "{}");
            assertThat(connection.readStatus()).isEqualTo(413);
        }
    }

    /**
     * The request has two contradictory lengths. If a proxy and the service disagreed about its end, its rest would
     * count as a second request.
     */
    @Test
    @Timeout(60)
    void requestSmugglingIsRejected() throws Exception {
        try (RawHttpConnection connection = connect()) {
            connection.send(requestHead("Content-Length: 44\r\nTransfer-Encoding: chunked")
                    + "0\r\n\r\nGET /actuator/env HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(connection.readStatus()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000, 500_000})
    void deeplyNestedBodyIsRejected(int depth) {
        for (String open : List.of("[", "{\"a\":")) {
            HttpTestClient.Response response = SecurityTestTown.resident()
                    .post(PlatformService.RESIDENT_REQUESTS, "/api/requests", open.repeat(depth / open.length()));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.code()).startsWith("json.");
        }
        HttpTestClient.Response territory = operator.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                "{\"type\":\"FeatureCollection\",\"features\":" + "[".repeat(depth),
                "Content-Type",
                "application/geo+json");
        assertThat(territory.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "9999999999999999999999999999999", "-0", "1E400", "NaN"})
    void extremeNumbersDoNotCauseServerErrors(String number) {
        assertThat(SecurityTestTown.submit(
                                SecurityTestTown.resident(), "{\"lat\":" + number + ",\"long\":" + number + "}")
                        .status())
                .isIn(201, 400, 422); // -0,-0 is 0,0 and therefore no point
    }

    @Test
    void oversizedHeadersAreRejected() throws Exception {
        try (RawHttpConnection connection = connect()) {
            connection.send("GET /api/requests HTTP/1.1\r\nHost: a\r\nX-Large: " + "x".repeat(64 << 10) + "\r\n\r\n");
            assertThat(connection.readStatus()).isIn(0, 400, 431);
        }
    }

    @Test
    @Timeout(120)
    void slowClientsDoNotBlockOthers() throws Exception {
        List<RawHttpConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                RawHttpConnection connection = connect();
                slow.add(connection);
                connection.send(requestHead("Content-Length: 1000") + "{");
            }
            SecurityTestTown.assertHealthy();
        } finally {
            for (RawHttpConnection connection : slow) {
                connection.close();
            }
        }
    }

    @Test
    void fileWithAWrongContentTypeIsRejected() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        assertThat(upload(csv, "application/gzip", "identity").code()).isEqualTo("csv.not-gzip");
        assertThat(upload(csv, "text/csv", "gzip").code()).isEqualTo("csv.not-gzip");
        assertThat(upload(csv, "text/csv", "br").status()).isEqualTo(415);
        assertThat(upload(csv, "text/html", "identity").status()).isEqualTo(415);
        assertThat(upload(csv, "multipart/form-data; boundary=x", "identity").status())
                .isEqualTo(415);
        Path binary = Files.write(folder.resolve("b.csv"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0, 1});
        assertThat(upload(binary, "text/csv", "identity").status()).isEqualTo(422);
    }

    @Test
    void gzipBombIsRejected() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 256; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        Path bomb = Files.write(folder.resolve("bomb.gz"), bytes.toByteArray());
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(upload(bomb, "application/gzip", "identity").status()).isEqualTo(422);
    }

    private static HttpTestClient.Response upload(Path file, String type, String encoding) throws IOException {
        return operator.signedInAs("importer-77", "town-operator@*")
                .upload(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests/import",
                        file,
                        "Content-Type",
                        type,
                        "Content-Encoding",
                        encoding);
    }

    private static RawHttpConnection connect() throws IOException {
        URI address = Objects.requireNonNull(operator.addresses().get(PlatformService.RESIDENT_REQUESTS));
        return new RawHttpConnection(address);
    }

    private static String requestHead(String lengthHeaders) {
        return "POST /api/requests HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + SecurityTestTown.resident().token() + "\r\n" + lengthHeaders + "\r\n\r\n";
    }
}
