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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/** Polls events, upserts a row for each with one bulk write, and commits, until the process is killed. */
public final class RawClientProjectionLoop {

    public static final String ROWS_COLLECTION = "rows";

    private RawClientProjectionLoop() {}

    public static void main(String[] args) {
        try (MongoClient client = MongoClients.create(args[0]);
                Consumer<String, byte[]> consumer = consumer(args[1], args[2] + ".rows")) {
            MongoCollection<Document> rows = client.getDatabase(args[3])
                    .getCollection(ROWS_COLLECTION)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            // Assigned, because a member of a consumer group could not continue after a suspension of minutes.
            consumer.assign(consumer.partitionsFor(args[2]).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            while (true) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofSeconds(1));
                if (!polled.isEmpty()) {
                    upsert(rows, polled);
                    consumer.commitSync();
                }
            }
        }
    }

    /** Returns a consumer with the settings of Yiqiao's event processors. */
    static Consumer<String, byte[]> consumer(String bootstrapServers, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        16 << 20,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        8 << 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void upsert(MongoCollection<Document> rows, ConsumerRecords<String, byte[]> records) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            Document row = Document.parse(new String(record.value(), StandardCharsets.UTF_8));
            row.put("_id", row.remove("id"));
            writes.add(new ReplaceOneModel<>(Filters.eq("_id", record.key()), row, new ReplaceOptions().upsert(true)));
        }
        rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
}
