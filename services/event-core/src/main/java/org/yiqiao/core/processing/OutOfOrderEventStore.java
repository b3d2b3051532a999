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
 * Stores events that arrive before their predecessor, per event handler, until the predecessor arrives. The predecessor
 * comes from the topic, or from an operator's replay of a dead letter. Only the aggregate of the event waits.
 */
public final class OutOfOrderEventStore {

    private final MongoCollection<Document> collection;

    public OutOfOrderEventStore(MongoDatabase database) {
        this(database, "parked");
    }

    OutOfOrderEventStore(MongoDatabase database, String name) {
        collection = database.getCollection(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.withTimeout(10, TimeUnit.MINUTES).createIndex(Indexes.ascending("subscriber", "subject"));
    }

    void park(String handlerName, DecodedRecord.SequencedRecord event) {
        ConsumerRecord<String, byte[]> record = event.record();
        Document headers = new Document();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.append(header.key(), new Binary(header.value()));
            }
        });
        String id = handlerName + "/" + event.subject() + "/" + event.seq();
        collection.replaceOne(
                eq(id),
                new Document("_id", id)
                        .append("subscriber", handlerName)
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

    /** Returns the given aggregates that have parked events. */
    Set<String> findParkedSubjects(String handlerName, Collection<String> subjects) {
        return new HashSet<>(collection
                .distinct("subject", and(eq("subscriber", handlerName), in("subject", subjects)), String.class)
                .into(new ArrayList<>()));
    }

    /** Returns the parked events of an aggregate, in order. */
    List<DecodedRecord> findBySubject(String handlerName, String subject) {
        return collection
                .find(and(eq("subscriber", handlerName), eq("subject", subject)))
                .sort(new Document("seq", 1))
                .map(document -> CloudEventRecordReader.read(record(document)))
                .into(new ArrayList<>());
    }

    void removeUpTo(String handlerName, String subject, long upTo) {
        collection.deleteMany(and(
                eq("subscriber", handlerName),
                eq("subject", subject),
                new Document("seq", new Document("$lte", upTo))));
    }

    /** Returns the number of parked events of an event handler. */
    public long count(String handlerName) {
        return collection.countDocuments(eq("subscriber", handlerName));
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
