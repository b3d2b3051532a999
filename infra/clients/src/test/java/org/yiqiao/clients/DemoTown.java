package org.yiqiao.clients;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.infra.port.FreePort;
import org.yiqiao.standalone.StandaloneApplication;

/** The standalone program with the demo town. It starts once and ends with this JVM. */
final class DemoTown {

    private static final String HOST = "127.0.0.1";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<PlatformService, Integer> ports = new EnumMap<>(PlatformService.class);
    private final int identityPort = FreePort.of(HOST, 0, "identity");
    private final int brokerPort = FreePort.of(HOST, 0, "kafka");

    private DemoTown() {
        List<String> arguments = new ArrayList<>(List.of(
                "--yiqiao.data-dir=" + createFolder(),
                "--yiqiao.ports.identity=" + identityPort,
                "--yiqiao.ports.kafka=" + brokerPort,
                "--yiqiao.ports.mongodb=0"));
        for (PlatformService service : PlatformService.values()) {
            int port = FreePort.of(HOST, 0, service.id());
            ports.put(service, port);
            arguments.add("--yiqiao.ports." + service.id() + "=" + port);
        }
        CountDownLatch ready = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> run(arguments, ready));
        awaitReady(ready);
    }

    static DemoTown shared() {
        return SharedTown.TOWN;
    }

    /** Holds the shared town, which starts on first use. */
    private static final class SharedTown {
        private static final DemoTown TOWN = new DemoTown();
    }

    String bootstrapServers() {
        return HOST + ":" + brokerPort;
    }

    URI address(PlatformService service) {
        return URI.create("http://" + HOST + ":" + ports.get(service));
    }

    /** Returns a token of a demo account. */
    String token(String account) {
        String credentials =
                Base64.getEncoder().encodeToString((account + ":demo-town").getBytes(StandardCharsets.UTF_8));
        String answer = send(HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + identityPort + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        Matcher token = ACCESS_TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("No token for " + account + ": " + answer);
        }
        return token.group(1);
    }

    /** Returns the OpenAPI document of a service. */
    String openApi(PlatformService service) {
        return send(
                HttpRequest.newBuilder(address(service).resolve("/v3/api-docs")).build());
    }

    /** Returns the ids of all events, once the relays have published all of them. */
    List<String> eventIds() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(PlatformService.values())
                    .flatMap(service -> consumer.partitionsFor(service.topic()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            List<String> ids = new ArrayList<>();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().during(Duration.ofSeconds(5)).atMost(Duration.ofMinutes(2)).until(() -> readInto(ids, consumer));
            return ids;
        }
    }

    /** Reads all available events; returns whether there were none. */
    private static boolean readInto(List<String> ids, KafkaConsumer<byte[], byte[]> consumer) {
        int before = ids.size();
        consumer.poll(Duration.ofMillis(500))
                .forEach(record ->
                        ids.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)));
        return before > 0 && ids.size() == before;
    }

    private static String send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> arguments, CountDownLatch ready) {
        try {
            StandaloneApplication.run(arguments.toArray(String[]::new), ready::countDown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(CountDownLatch ready) {
        try {
            if (!ready.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The demo town did not start in five minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path createFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "town");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
