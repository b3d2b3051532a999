package org.yiqiao.bench.rawclient;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * Reads a topic of events from start to end and writes the last event of each aggregate in a batch as a row, in bulk.
 */
public final class RawClientRebuild {

    private RawClientRebuild() {}

    /** @param events number of events read */
    public record RebuildTiming(long events, double seconds) {}

    /** Drops the rows of an earlier run, reads the topic, and returns the number of events and the time. */
    public static RebuildTiming run(String mongodbUri, String bootstrapServers, String topic) {
        try (MongoClient client = MongoClients.create(mongodbUri);
                Consumer<String, byte[]> consumer = RawClientProjectionLoop.consumer(bootstrapServers, "raw-rebuild")) {
            MongoCollection<Document> collection = client.getDatabase("raw")
                    .getCollection(RawClientProjectionLoop.ROWS_COLLECTION)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            collection.drop();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long before = System.nanoTime();
            long events = 0;
            while (events < end) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofSeconds(1));
                events += polled.count();
                write(collection, polled);
            }
            return new RebuildTiming(events, (System.nanoTime() - before) / 1e9);
        }
    }

    private static void write(MongoCollection<Document> rows, ConsumerRecords<String, byte[]> records) {
        Map<String, Document> lastEvents = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Document event = Document.parse(new String(record.value(), StandardCharsets.UTF_8));
            lastEvents.put(record.key(), event.append("_id", record.key()));
        }
        if (!lastEvents.isEmpty()) {
            rows.bulkWrite(
                    lastEvents.entrySet().stream()
                            .map(entry -> new ReplaceOneModel<>(
                                    Filters.eq("_id", entry.getKey()),
                                    entry.getValue(),
                                    new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }
}
