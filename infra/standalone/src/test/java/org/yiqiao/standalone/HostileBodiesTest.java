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
import org.yiqiao.contracts.Service;

/** Bodies that are too large, too deep, too slow, or not what they say. */
class HostileBodiesTest {

    private static final Http operator = AttackedTown.operator();

    @TempDir
    private Path folder;

    @AfterEach
    void theTownIsWell() {
        AttackedTown.isWell();
    }

    @Test
    @Timeout(60)
    void aBodyWithoutALengthIsReadToTheLimit() throws Exception {
        try (RawHttp raw = connect()) {
            raw.send(head("Transfer-Encoding: chunked"));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 40; i++) {
                raw.send(chunk);
            }
            raw.send("0\r\n\r\n");
            assertThat(raw.status()).isEqualTo(413);
        }
    }

    @Test
    @Timeout(60)
    void aLengthThatIsALieIsNoneOrTheEnd() throws Exception {
        for (String length :
                List.of("Content-Length: -5", "Content-Length: 5\r\nContent-Length: 7", "Content-Length: x")) {
            try (RawHttp raw = connect()) {
                raw.send(head(length) + "{}");
                assertThat(raw.status()).as(length).isEqualTo(400);
            }
        }
        try (RawHttp raw = connect()) {
            raw.send(head("Content-Length: 99999999999") + "{}");
            assertThat(raw.status()).isEqualTo(413);
        }
    }

    /** What one side takes for the end of a request, and the other for its middle, would be a second request. */
    @Test
    @Timeout(60)
    void aRequestHidesNoOther() throws Exception {
        try (RawHttp raw = connect()) {
            raw.send(head("Content-Length: 44\r\nTransfer-Encoding: chunked")
                    + "0\r\n\r\nGET /actuator/env HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(raw.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000, 500_000})
    void aBodyThatIsDeep(int depth) {
        for (String open : List.of("[", "{\"a\":")) {
            Http.Answer answer = AttackedTown.resident()
                    .post(Service.RESIDENT_REQUESTS, "/api/requests", open.repeat(depth / open.length()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).startsWith("json.");
        }
        Http.Answer territory = operator.post(
                Service.GRID_MANAGEMENT,
                "/api/territory/import",
                "{\"type\":\"FeatureCollection\",\"features\":" + "[".repeat(depth),
                "Content-Type",
                "application/geo+json");
        assertThat(territory.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "9999999999999999999999999999999", "-0", "1E400", "NaN"})
    void aNumberThatIsTooMuch(String number) {
        assertThat(AttackedTown.submit(AttackedTown.resident(), "{\"lat\":" + number + ",\"long\":" + number + "}")
                        .status())
                .isIn(201, 400);
    }

    @Test
    void headersThatAreTooLarge() throws Exception {
        try (RawHttp raw = connect()) {
            raw.send("GET /api/requests HTTP/1.1\r\nHost: a\r\nX-Large: " + "x".repeat(64 << 10) + "\r\n\r\n");
            assertThat(raw.status()).isIn(0, 400, 431);
        }
    }

    @Test
    @Timeout(120)
    void hundredsWhoSendSlowlyHoldUpNobody() throws Exception {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                RawHttp raw = connect();
                slow.add(raw);
                raw.send(head("Content-Length: 1000") + "{");
            }
            AttackedTown.isWell();
        } finally {
            for (RawHttp raw : slow) {
                raw.close();
            }
        }
    }

    @Test
    void aFileThatIsNotWhatItSays() throws Exception {
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
    void aGzippedHeadThatUnfoldsWithoutEnd() throws Exception {
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

    private static Http.Answer upload(Path file, String type, String encoding) throws IOException {
        return operator.by("importer-77", "town-operator@*")
                .upload(
                        Service.RESIDENT_REQUESTS,
                        "/api/requests/import",
                        file,
                        "Content-Type",
                        type,
                        "Content-Encoding",
                        encoding);
    }

    private static RawHttp connect() throws IOException {
        URI address = Objects.requireNonNull(operator.addresses().get(Service.RESIDENT_REQUESTS));
        return new RawHttp(address);
    }

    private static String head(String more) {
        return "POST /api/requests HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + AttackedTown.resident().token() + "\r\n" + more + "\r\n\r\n";
    }
}
