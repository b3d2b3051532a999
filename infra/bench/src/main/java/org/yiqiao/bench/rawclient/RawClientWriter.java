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
 * Takes whatever has arrived, at most a thousand at once; inserts it, at once or one by one, sends it, waits until the broker
 * has it; and so on. Each line of its input is one stretch of arrivals.
 */
public final class RawClientWriter {

    /** How many it takes at once at most. */
    public static final int MAX_BATCH_SIZE = 1_000;

    private final MongoCollection<Document> requests;
    private final Producer<String, String> producer;
    private final String topic;
    private final int inserts;
    private final PrintStream answers;

    private RawClientWriter(
            MongoDatabase database, Producer<String, String> producer, String topic, int inserts, PrintStream answers) {
        this.requests = database.getCollection("requests").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.producer = producer;
        this.topic = topic;
        this.inserts = inserts;
        this.answers = answers;
    }

    @SuppressWarnings("SystemOut") // it is how it answers
    public static void main(String[] args) throws IOException {
        try (MongoClient client = MongoClients.create(args[0]);
                Producer<String, String> producer = producer(args[1]);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            RawClientWriter writer = new RawClientWriter(
                    client.getDatabase(args[3]), producer, args[2], Integer.parseInt(args[4]), System.out);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", -1);
                writer.writeRequests(
                        new ArrivalSchedule(
                                Long.parseLong(words[0]),
                                Double.parseDouble(words[1]),
                                Integer.parseInt(words[2]),
                                Integer.parseInt(words[3])),
                        Integer.parseInt(words[4]));
            }
        }
    }

    /** As Yiqiao's relay has it. */
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
                        "lz4"),
                new StringSerializer(),
                new StringSerializer());
    }

    private void writeRequests(ArrivalSchedule arrivals, int earlier) {
        int next = 0;
        long others = 0;
        long othersInTime = 0;
        while (next < arrivals.count()) {
            MicrosecondClock.sleepUntil(arrivals.timeOf(next));
            int end = next + 1;
            for (long now = MicrosecondClock.now();
                    end < arrivals.count() && end - next < MAX_BATCH_SIZE && arrivals.timeOf(end) <= now; ) {
                end++;
            }
            List<RawClientRequest> batch = new ArrayList<>(end - next);
            for (int index = next; index < end; index++) {
                batch.add(RawClientRequest.create(earlier + index));
            }
            long[] written = insert(batch);
            List<Future<RecordMetadata>> sent = batch.stream()
                    .map(request -> producer.send(new ProducerRecord<>(topic, request.id(), request.event())))
                    .toList();
            for (int index = next; index < end; index++) {
                if (arrivals.isSampled(index)) {
                    answers.println(
                            "sample " + index + " " + batch.get(index - next).id() + " " + written[index - next]);
                } else {
                    others++;
                    othersInTime += written[index - next] <= arrivals.endTime() ? 1 : 0;
                }
            }
            producer.flush();
            sent.forEach(Future::resultNow);
            next = end;
        }
        answers.println("done " + others + " " + othersInTime);
        answers.flush();
    }

    /** When each of the batch was written. */
    private long[] insert(List<RawClientRequest> batch) {
        long[] written = new long[batch.size()];
        for (int from = 0; from < batch.size(); from += inserts) {
            int to = Math.min(from + inserts, batch.size());
            requests.insertMany(
                    batch.subList(from, to).stream()
                            .map(RawClientRequest::document)
                            .toList(),
                    new InsertManyOptions().ordered(false));
            Arrays.fill(written, from, to, MicrosecondClock.now());
        }
        return written;
    }
}
