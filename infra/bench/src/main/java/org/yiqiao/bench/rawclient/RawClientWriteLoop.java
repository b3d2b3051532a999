package org.yiqiao.bench.rawclient;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.yiqiao.bench.load.ArrivalSchedule;
import org.yiqiao.bench.load.MicrosecondClock;

/**
 * Writes requests in a loop: collects the arrivals so far, at most a thousand, inserts them, sends them, and waits for
 * the broker's acknowledgement. The batch size of the inserts is configurable. Each line of standard input describes
 * the arrivals of one load phase.
 */
public final class RawClientWriteLoop {

    /** Largest number of requests in one loop. */
    public static final int MAX_BATCH_SIZE = 1_000;

    private final MongoCollection<Document> requests;
    private final Producer<String, String> producer;
    private final String topic;
    private final int insertBatchSize;
    private final PrintStream results;

    private RawClientWriteLoop(
            MongoDatabase database,
            Producer<String, String> producer,
            String topic,
            int insertBatchSize,
            PrintStream results) {
        this.requests = database.getCollection("requests").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.producer = producer;
        this.topic = topic;
        this.insertBatchSize = insertBatchSize;
        this.results = results;
    }

    @SuppressWarnings("SystemOut") // its protocol uses standard output
    public static void main(String[] args) throws IOException {
        try (MongoClient client = MongoClients.create(args[0]);
                Producer<String, String> producer = producer(args[1]);
                BufferedReader schedules =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            RawClientWriteLoop writer = new RawClientWriteLoop(
                    client.getDatabase(args[3]), producer, args[2], Integer.parseInt(args[4]), System.out);
            for (String line = schedules.readLine(); line != null; line = schedules.readLine()) {
                String[] fields = line.split(" ", -1);
                writer.writeRequests(
                        new ArrivalSchedule(
                                Long.parseLong(fields[0]),
                                Double.parseDouble(fields[1]),
                                Integer.parseInt(fields[2]),
                                Integer.parseInt(fields[3])),
                        Integer.parseInt(fields[4]));
            }
        }
    }

    /** Returns a producer with the settings of Yiqiao's relay. */
    private static Producer<String, String> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 << 10,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip"),
                new StringSerializer(),
                new StringSerializer());
    }

    private void writeRequests(ArrivalSchedule arrivals, int firstNumber) {
        int next = 0;
        long unsampled = 0;
        long unsampledInTime = 0;
        while (next < arrivals.count()) {
            MicrosecondClock.sleepUntil(arrivals.timeOf(next));
            int end = next + 1;
            for (long now = MicrosecondClock.now();
                    end < arrivals.count() && end - next < MAX_BATCH_SIZE && arrivals.timeOf(end) <= now; ) {
                end++;
            }
            List<RequestWithEvent> batch = new ArrayList<>(end - next);
            for (int index = next; index < end; index++) {
                batch.add(RequestWithEvent.create(firstNumber + index));
            }
            long[] written = insert(batch);
            List<Future<RecordMetadata>> sent = batch.stream()
                    .map(request -> producer.send(new ProducerRecord<>(topic, request.id(), request.event())))
                    .toList();
            for (int index = next; index < end; index++) {
                if (arrivals.isSampled(index)) {
                    results.println(
                            "sample " + index + " " + batch.get(index - next).id() + " " + written[index - next]);
                } else {
                    unsampled++;
                    unsampledInTime += written[index - next] <= arrivals.endTime() ? 1 : 0;
                }
            }
            producer.flush();
            sent.forEach(Future::resultNow);
            next = end;
        }
        results.println("done " + unsampled + " " + unsampledInTime);
        results.flush();
    }

    /** Inserts the batch and returns the time at which each request was written. */
    private long[] insert(List<RequestWithEvent> batch) {
        long[] written = new long[batch.size()];
        for (int from = 0; from < batch.size(); from += insertBatchSize) {
            int to = Math.min(from + insertBatchSize, batch.size());
            requests.insertMany(
                    batch.subList(from, to).stream()
                            .map(RequestWithEvent::document)
                            .toList(),
                    new InsertManyOptions().ordered(false));
            Arrays.fill(written, from, to, MicrosecondClock.now());
        }
        return written;
    }
}
