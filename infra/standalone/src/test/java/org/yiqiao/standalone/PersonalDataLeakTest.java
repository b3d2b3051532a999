package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;

/**
 * Submits recognizable personal data through every input, including requests that are rejected. Then searches every
 * topic, document, log line, stored file and problem for this data.
 */
class PersonalDataLeakTest {

    private static final String NAME = "尉迟翠花";
    private static final String PHONE = "13987650042";
    private static final String MAIL = "cuihua.yuchi@example.org";
    private static final String STREET = "晓阳弄堂4711号";
    private static final String ILLNESS = "糖尿病足";
    private static final String LATITUDE = "75.51234567";
    private static final List<String> PLANTED = List.of(NAME, PHONE, MAIL, STREET, ILLNESS, LATITUDE);

    private static final String LOCATION = "{\"lat\":" + LATITUDE + ",\"long\":40.5}";
    private static final String CONTACT =
            "{\"name\":\"%s\",\"phone\":\"%s\",\"email\":\"%s\"}".formatted(NAME, PHONE, MAIL);
    private static final String SUBMISSION =
            "{\"service\":\"Home Help\",\"kind\":\"HELP\",\"description\":\"%s %s\",\"address\":\"%s\",\"location\":%s,\"contact\":%s}"
                    .formatted(ILLNESS, PHONE, STREET, LOCATION, CONTACT);

    private static final HttpTestClient operator = SecurityTestTown.operator();
    private static final HttpTestClient resident =
            operator.signedInAs("planted-resident", "resident@" + SecurityTestTown.CODE);

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            logged.add(line.getFormattedMessage());
            if (line.getThrowableProxy() != null) {
                logged.add(ThrowableProxyUtil.asString(line.getThrowableProxy()));
            }
        }
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void attachLogListener() {
        listener.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(listener);
    }

    @AfterEach
    void detachLogListener() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(listener);
    }

    @Test
    void personalDataIsStoredOnlyEncrypted() throws IOException {
        List<HttpTestClient.Response> responses = new ArrayList<>();
        String own = requireCreated(responses, submit(resident, SUBMISSION)).header("Location");
        requireCreated(responses, submit(operator, SUBMISSION));
        requireCreated(
                responses,
                submit(
                        operator.anonymous(),
                        SUBMISSION,
                        "X-Api-Key",
                        SecurityTestTown.issueKey("Planting app")
                                .json()
                                .path("key")
                                .asString()));
        handleCase(responses, own);
        appointChief();
        importRows(responses);
        List<HttpTestClient.Response> problems = sendInvalidRequests(own);
        relieveChief();
        awaitPublished(own.substring(own.lastIndexOf('/') + 1));

        // The requester gets the whole request back. Other callers with access see its content, but nothing that
        // identifies the requester.
        assertThat(responses.getFirst().json().toString()).contains(STREET, PHONE);
        responses.stream()
                .skip(1)
                .forEach(response ->
                        assertNoPersonalData(response.json().toString().replace(ILLNESS, ""), () -> "a response"));
        problems.forEach(problem -> assertNoPersonalData(problem.json().toString(), problem::code));
        topicRecords().forEach(record -> assertNoPersonalData(record, () -> "a topic record"));
        storedDocuments().forEach(document -> assertNoPersonalData(document, () -> "a document"));
        logged.forEach(line -> assertNoPersonalData(line, () -> "a log line"));
        fileContents().forEach(file -> assertNoPersonalData(file, () -> "a stored file"));
    }

    private static void assertNoPersonalData(String text, Supplier<String> description) {
        assertThat(text).as(description.get()).doesNotContain(PLANTED);
    }

    private static HttpTestClient.Response requireCreated(
            List<HttpTestClient.Response> responses, HttpTestClient.Response response) {
        assertThat(response.status()).as(response.json().toString()).isEqualTo(201);
        responses.add(response);
        return response;
    }

    private static HttpTestClient.Response submit(HttpTestClient client, String body, String... headers) {
        return client.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body, headers);
    }

    /** Advances the case as far as a grid without a chief allows, and reads it in between. */
    private static void handleCase(List<HttpTestClient.Response> responses, String path) {
        responses.add(operator.post(
                PlatformService.RESIDENT_REQUESTS,
                path + "/classify",
                "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}"));
        responses.add(operator.get(PlatformService.RESIDENT_REQUESTS, path));
        responses.add(operator.get(PlatformService.RESIDENT_REQUESTS, path + "/contact"));
        responses.add(operator.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=500"));
        responses.add(resident.get(PlatformService.RESIDENT_REQUESTS, path + "/contact"));
    }

    private static void appointChief() {
        HttpTestClient.Response appointed = operator.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/grid-posts/" + SecurityTestTown.CODE + "001001/appoint-chief",
                "{\"person\":\"planted-chief\",\"name\":\"%s\"}".formatted(NAME));
        assertThat(appointed.status()).as(appointed.json().toString()).isIn(200, 409);
    }

    /** The reason is stored, and shown only to callers that may appoint a chief. */
    private static void relieveChief() {
        HttpTestClient.Response relieved = operator.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/grid-posts/" + SecurityTestTown.CODE + "001001/relieve-chief",
                "{\"reason\":\"" + NAME + "\"}");
        assertThat(relieved.status()).as(relieved.json().toString()).isEqualTo(200);
        assertThat(relieved.json().toString()).contains(NAME);
    }

    private void importRows(List<HttpTestClient.Response> responses) throws IOException {
        Path file = folder.resolve("planted.csv");
        String header =
                "service_request_id,service_name,description,status,requested_datetime,updated_datetime,address,lat,long\n";
        String row = "%s,Home Help,%s %s,open,%s,%s,%s,%s,40.5\n";
        Files.writeString(
                file,
                header
                        + row.formatted(
                                "planted-1",
                                NAME,
                                ILLNESS,
                                "2026-01-01T00:00:00Z",
                                "2026-01-01T00:00:00Z",
                                STREET,
                                LATITUDE)
                        + row.formatted("planted-2", NAME, ILLNESS, "never", PHONE, STREET, LATITUDE)
                        + row.formatted(
                                        "planted-3",
                                        NAME,
                                        ILLNESS,
                                        "2026-01-01T00:00:00Z",
                                        "2026-01-01T00:00:00Z",
                                        STREET,
                                        LATITUDE)
                                .replace("Home Help", "Home Help " + PHONE));
        HttpTestClient.Response started = operator.signedInAs("operator-of-all", "town-operator@*")
                .upload(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests/import?source=planted",
                        file,
                        "Content-Type",
                        "text/csv");
        assertThat(started.status()).as(started.json().toString()).isEqualTo(202);
        responses.add(await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.signedInAs("operator-of-all", "town-operator@*")
                                .get(PlatformService.RESIDENT_REQUESTS, started.header("Location")),
                        report -> report.json().path("state").asString().equalsIgnoreCase("done")));
    }

    /** Sends requests with every kind of error that the API distinguishes. */
    private static List<HttpTestClient.Response> sendInvalidRequests(String own) {
        List<HttpTestClient.Response> responses = new ArrayList<>();
        for (String body : List.of(
                SUBMISSION.replace("\"kind\":\"HELP\"", "\"kind\":\"" + NAME + "\""),
                SUBMISSION.replace("\"" + STREET + "\"", "{\"house\":\"" + STREET + "\"}"),
                SUBMISSION.replace(PHONE, PHONE + "#" + STREET),
                SUBMISSION.replace("\"" + MAIL + "\"", "{\"" + MAIL + "\":\"" + NAME + "\"}"),
                SUBMISSION.replace(LATITUDE, "\"" + STREET + "\""),
                SUBMISSION.replace(LATITUDE, LATITUDE + "999E9"),
                SUBMISSION.replace("Home Help", "Home Help " + PHONE),
                SUBMISSION.replace("Home Help", "Home Help " + MAIL),
                SUBMISSION.substring(0, SUBMISSION.length() - 2) + NAME)) {
            responses.add(submit(resident, body));
        }
        String matter = "{\"service\":\"Litter\",\"description\":\"Behind the market\",\"location\":" + LOCATION + "}";
        for (String body : List.of(
                matter.replace("Litter", "Litter " + PHONE),
                matter.replace("Litter", "Litter " + MAIL),
                matter.replace("market", "market, call " + PHONE),
                matter.replace("market", "market, write to " + MAIL))) {
            responses.add(operator.post(PlatformService.GRID_MANAGEMENT, "/api/matters", body));
        }
        responses.add(resident.post(
                PlatformService.RESIDENT_REQUESTS, own + "/resolve", "{\"measures\":\"" + NAME + " " + PHONE + "\"}"));
        responses.add(operator.post(
                PlatformService.RESIDENT_REQUESTS,
                own + "/verify",
                "{\"solved\":false,\"reason\":\"" + ILLNESS + "\"}"));
        assertThat(responses).extracting(HttpTestClient.Response::status).allMatch(status -> status >= 200);
        assertThat(responses.subList(0, 14))
                .extracting(HttpTestClient.Response::status)
                .allMatch(status -> status >= 400);
        return responses;
    }

    private static void awaitPublished(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> topicRecords().stream()
                                .filter(record -> record.contains(id))
                                .count()
                        >= 2);
    }

    private static List<String> topicRecords() {
        List<String> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBackends.shared().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(PlatformService.values())
                    .flatMap(service -> Stream.of(service.topic(), service.deadLetterTopic()))
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(text(record)));
            }
        }
        return records;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder().append(utf8(record.key())).append(utf8(record.value()));
        for (Header header : record.headers()) {
            text.append(header.key()).append(utf8(header.value()));
        }
        return text.toString();
    }

    /** Returns the documents of every service database, including audit entries and parked events. */
    private static List<String> storedDocuments() {
        List<String> documents = new ArrayList<>();
        try (MongoClient client = MongoClients.create(TestBackends.shared().mongodbUri())) {
            for (PlatformService service : PlatformService.values()) {
                MongoDatabase database = client.getDatabase("yiqiao-" + service.shortName());
                for (String name : database.listCollectionNames()) {
                    database.getCollection(name, RawBsonDocument.class)
                            .find()
                            .forEach(document ->
                                    documents.add(utf8(document.getByteBuffer().array()) + document.toJson()));
                }
            }
        }
        assertThat(documents).isNotEmpty();
        return documents;
    }

    private static List<String> fileContents() throws IOException {
        try (Stream<Path> files = Files.walk(SharedPlatform.dataFolder())) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(utf8(Files.readAllBytes(file)));
            }
            return contents;
        }
    }

    private static String utf8(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
