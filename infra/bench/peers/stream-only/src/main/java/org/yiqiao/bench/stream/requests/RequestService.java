package org.yiqiao.bench.stream.requests;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Service;
import org.yiqiao.bench.stream.RequestSubmitted;

/** Writes a request as a document, then sends its event. The event is lost if the process dies in between. */
@Service
class RequestService {

    /** Time-ordered ids like Yiqiao's, which suit indexes. */
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final MongoCollection<Document> documents;
    private final StreamBridge bridge;

    RequestService(MongoClient client, StreamBridge bridge) {
        this.documents = client.getDatabase("stream-only")
                .getCollection("requests")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.bridge = bridge;
    }

    RequestView submit(RequestSubmission submission) {
        RequestView request = new RequestView(
                IDS.generate().toString(),
                1,
                "SUBMITTED",
                submission.service(),
                submission.kind(),
                Objects.requireNonNullElse(submission.channel(), RequestSubmission.Channel.WEB),
                submission.description(),
                submission.address(),
                submission.location(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        RequestSubmission.Location location = request.location();
        Double lat = location == null ? null : location.lat();
        Double lon = location == null ? null : location.lon();
        documents.insertOne(new Document("_id", request.id())
                .append("version", request.version())
                .append("stage", request.stage())
                .append("service", request.service())
                .append("kind", name(request.kind()))
                .append("channel", request.channel().name())
                .append("description", request.description())
                .append("address", request.address())
                .append("lat", lat)
                .append("lon", lon)
                .append("requestedAt", Date.from(request.requestedAt())));
        RequestSubmitted event = new RequestSubmitted(
                request.id(),
                request.version(),
                request.service(),
                name(request.kind()),
                request.channel().name(),
                lat,
                lon,
                request.requestedAt());
        bridge.send(
                "requests-out-0",
                MessageBuilder.withPayload(event)
                        .setHeader(KafkaHeaders.KEY, request.id())
                        .build());
        return request;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
