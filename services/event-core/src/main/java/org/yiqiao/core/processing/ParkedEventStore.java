package org.yiqiao.core.processing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.envelope.CloudEventRecordReader;
import org.yiqiao.core.envelope.DecodedRecord;

/**
 * Where a subscriber keeps the events of an aggregate that came before their predecessor, until it comes: from the
 * log, or from an operator who replays a dead letter. Only that aggregate waits.
 */
public final class ParkedEventStore {

    private final MongoCollection<Document> collection;

    public ParkedEventStore(MongoDatabase database) {
        this(database, "parked");
    }

    ParkedEventStore(MongoDatabase database, String name) {
        collection = database.getCollection(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.withTimeout(10, TimeUnit.MINUTES).createIndex(Indexes.ascending("subscriber", "subject"));
    }

    void park(String subscriber, DecodedRecord.SequencedRecord event) {
        ConsumerRecord<String, byte[]> record = event.record();
        Document headers = new Document();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.append(header.key(), new Binary(header.value()));
            }
        });
        String id = subscriber + "/" + event.subject() + "/" + event.seq();
        collection.replaceOne(
                eq(id),
                new Document("_id", id)
                        .append("subscriber", subscriber)
                        .append("subject", event.subject())
                        .append("seq", event.seq())
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("key", record.key())
                        .append("value", record.value() == null ? null : new Binary(record.value()))
                        .append("headers", headers),
                new ReplaceOptions().upsert(true));
    }

    /** Those of the aggregates that have events parked here. */
    Set<String> findParkedSubjects(String subscriber, Collection<String> subjects) {
        return new HashSet<>(collection
                .distinct("subject", and(eq("subscriber", subscriber), in("subject", subjects)), String.class)
                .into(new ArrayList<>()));
    }

    /** The parked events of an aggregate, in their order. */
    List<DecodedRecord> findBySubject(String subscriber, String subject) {
        return collection
                .find(and(eq("subscriber", subscriber), eq("subject", subject)))
                .sort(new Document("seq", 1))
                .map(document -> CloudEventRecordReader.read(record(document)))
                .into(new ArrayList<>());
    }

    void removeUpTo(String subscriber, String subject, long upTo) {
        collection.deleteMany(and(
                eq("subscriber", subscriber), eq("subject", subject), new Document("seq", new Document("$lte", upTo))));
    }

    /** How many events of a subscriber are parked. */
    public long count(String subscriber) {
        return collection.countDocuments(eq("subscriber", subscriber));
    }

    private static ConsumerRecord<String, byte[]> record(Document document) {
        RecordHeaders headers = new RecordHeaders();
        document.get("headers", Document.class).forEach((name, value) -> headers.add(name, ((Binary) value).getData()));
        return new ConsumerRecord<>(
                document.getString("topic"),
                document.getInteger("partition"),
                document.getLong("offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                document.getString("key"),
                bytes(document.get("value", Binary.class)),
                headers,
                Optional.empty());
    }

    private static byte @Nullable [] bytes(@Nullable Binary binary) {
        return binary == null ? null : binary.getData();
    }
}
