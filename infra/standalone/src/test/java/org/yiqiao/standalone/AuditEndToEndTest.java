package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.audit.AuditExportVerifier;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;
import tools.jackson.databind.JsonNode;

/** The audit records caller, operation, time, address and purpose. Only auditors can read and export it. */
class AuditEndToEndTest {

    private static final HttpTestClient operator = SecurityTestTown.operator();
    private static final HttpTestClient auditor = operator.signedInAs("auditor-77", "auditor@*");

    @TempDir
    private Path folder;

    @Test
    void commandsAreAudited() {
        HttpTestClient worker = operator.signedInAs("audited-worker", "community-worker@" + SecurityTestTown.CODE);
        String path = SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE)
                .header("Location");
        worker.post(
                PlatformService.RESIDENT_REQUESTS,
                path + "/classify",
                "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}",
                "X-Purpose",
                "errand 12/2026");

        JsonNode entry = entries("caller=audited-worker").getFirst();
        assertThat(entry.path("operation").asString()).isEqualTo("case.classify");
        assertThat(entry.path("target").asString()).isEqualTo(path + "/classify");
        assertThat(entry.path("posts").get(0).asString()).isEqualTo("community-worker@" + SecurityTestTown.CODE);
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.0/24");
        assertThat(entry.path("purpose").asString()).isEqualTo("errand 12/2026");
        assertThat(entry.path("outcome").asString()).isEmpty();
    }

    @Test
    void entryAndItsEventsShareTheCorrelationId() {
        HttpTestClient resident = operator.signedInAs("correlated-resident", "resident@" + SecurityTestTown.CODE);
        String id = SecurityTestTown.submit(resident, SecurityTestTown.INSIDE).id();
        String correlation = entries("caller=correlated-resident")
                .getFirst()
                .path("correlation")
                .asString();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(correlationsOf(id)).containsExactly(correlation));
    }

    @Test
    void rejectedCommandsAreAuditedWithTheirOutcome() {
        HttpTestClient resident = operator.signedInAs("refused-resident", "resident@" + SecurityTestTown.CODE);
        String path = SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE)
                .header("Location");
        resident.post(PlatformService.RESIDENT_REQUESTS, path + "/close", "");
        resident.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", "{}");

        List<JsonNode> entries = entries("caller=refused-resident");
        assertThat(entries)
                .extracting(entry -> entry.path("operation").asString())
                .containsExactly("case.close", "case.close", "case.submit", "case.submit");
        assertThat(entries)
                .extracting(entry -> entry.path("outcome").asString())
                .containsExactly("", "access.denied", "", "input.invalid");
        assertThat(entries.get(1).path("refers").asLong())
                .isEqualTo(entries.getFirst().path("seq").asLong());
    }

    @Test
    void unauthenticatedRequestsAreAudited() {
        String path = "/api/requests/turned-away-" + System.nanoTime() + "/close";
        assertThat(operator.anonymous()
                        .post(PlatformService.RESIDENT_REQUESTS, path, "")
                        .status())
                .isEqualTo(401);

        JsonNode entry = entries("operation=POST").stream()
                .filter(candidate -> candidate.path("target").asString().equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("caller").asString()).isEqualTo("anonymous");
        assertThat(entry.path("outcome").asString()).isEqualTo("access.unauthenticated");
    }

    @Test
    void malformedPurposeIsRejected() {
        for (String purpose : List.of("<b>", "x".repeat(200), "=cmd")) {
            HttpTestClient.Response response =
                    SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE, "X-Purpose", purpose);
            assertThat(response.code()).as(purpose).isEqualTo("header.malformed");
        }
    }

    @Test
    void onlyAuditorsCanReadTheAudit() {
        for (String path : List.of("/api/audit", "/api/audit/export")) {
            assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path).code())
                    .isEqualTo("access.denied");
        }
    }

    @Test
    void auditIsPaged() {
        SecurityTestTown.assertHealthy();
        SecurityTestTown.assertHealthy();
        HttpTestClient.Response first = auditor.get(PlatformService.RESIDENT_REQUESTS, "/api/audit?limit=2");
        assertThat(first.json().path("items").size()).isEqualTo(2);
        HttpTestClient.Response second = auditor.get(
                PlatformService.RESIDENT_REQUESTS,
                "/api/audit?limit=2&after=" + first.json().path("next").asString());
        assertThat(second.json().path("items").get(0).path("seq").asLong()).isEqualTo(3);
    }

    @Test
    void verificationReportsAnIntactAudit() {
        SecurityTestTown.assertHealthy();
        assertThat(auditor.post(PlatformService.RESIDENT_REQUESTS, "/api/audit/verify", "")
                        .status())
                .isEqualTo(202);
        HttpTestClient.Response verified = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> auditor.get(PlatformService.RESIDENT_REQUESTS, "/api/audit/verify"),
                        response -> response.json().path("state").asString().equals("done"));
        assertThat(verified.json().path("whole").asBoolean()).isTrue();
        assertThat(verified.json().path("checked").asLong()).isPositive();
        assertThat(auditor.post(PlatformService.RESIDENT_REQUESTS, "/api/audit/verify?head=1:x", "")
                        .code())
                .isEqualTo("audit.head");
    }

    @Test
    void exportIsVerifiedOffline() throws Exception {
        SecurityTestTown.assertHealthy();
        HttpResponse<Path> export = HttpClient.newHttpClient()
                .send(
                        auditor.request(PlatformService.RESIDENT_REQUESTS, "/api/audit/export")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("audit.csv")));
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));

        assertThat(verifyExport(export.body())).startsWith("Intact: ");
        String text = Files.readString(export.body());
        Files.writeString(export.body(), text.replaceFirst("resident-77", "resident-78"));
        assertThat(verifyExport(export.body())).startsWith("Broken at entry ");
        assertThat(entries("operation=audit.export")).isNotEmpty();
    }

    private static String verifyExport(Path export) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditExportVerifier.class.getName(),
                        export.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static List<JsonNode> entries(String filter) {
        return List.copyOf(auditor.get(PlatformService.RESIDENT_REQUESTS, "/api/audit?limit=500&" + filter)
                .json()
                .path("items")
                .values());
    }

    private static List<String> correlationsOf(String subject) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBackends.shared().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(PlatformService.RESIDENT_REQUESTS.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<String> found = new HashSet<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (subject.equals(header(record, "ce_subject"))) {
                        found.add(header(record, "ce_correlationid"));
                    }
                });
            }
            return List.copyOf(found);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
