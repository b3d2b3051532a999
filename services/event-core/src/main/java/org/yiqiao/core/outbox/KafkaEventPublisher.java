package org.yiqiao.core.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.core.envelope.CloudEventRecordWriter;

/**
 * Publishes with one idempotent producer: all sends, one flush, all acknowledgements.
 *
 * <p>A batch never expires inside the producer, because the producer would then continue with the next batch and leave
 * a gap. After a failure, the publisher closes the producer at once and starts another one, and the outbox sends the
 * events again.
 *
 * <p>One request is in flight at a time. A broker before Kafka 4.5 accepts any first sequence number of a producer in a
 * new partition (KAFKA-15591). With several requests, the second can be accepted while the first is still refused. The
 * events would then be out of order, and the first request would be retried without end.
 */
public final class KafkaEventPublisher implements EventPublisher {

    /** Maximum size of an event in bytes, headers included; topics accept the same size. */
    public static final int MAX_EVENT_BYTES = 8 << 20;

    private static final Logger log = LoggerFactory.getLogger(KafkaEventPublisher.class);

    private final Map<String, Object> settings;
    private Producer<String, byte[]> producer;

    /** @param connection bootstrap servers and, if the cluster requires them, security settings */
    public KafkaEventPublisher(Map<String, Object> connection, RecordCompression compression) {
        settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression.kafkaName());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_EVENT_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Duration.ofSeconds(30).toMillis());
        producer = createProducer();
    }

    @Override
    public Map<String, Long> publish(List<OutboxBatch> batches) {
        try {
            List<PendingSend> sent = new ArrayList<>();
            for (OutboxBatch batch : batches) {
                send(batch, sent);
            }
            if (!sent.isEmpty()) {
                CrashPoint.AFTER_SEND_BEFORE_ACKNOWLEDGEMENT.crashIfPlanned();
            }
            producer.flush();
            return awaitAcknowledgements(sent);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            log.warn("Publishing failed; continuing with a new producer", e);
            producer.close(Duration.ZERO);
            producer = createProducer();
            return Map.of();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private Producer<String, byte[]> createProducer() {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private void send(OutboxBatch batch, List<PendingSend> sent) {
        for (PendingEvent event : batch.events()) {
            Future<RecordMetadata> future = producer.send(CloudEventRecordWriter.write(batch, event));
            if (future.isDone() && future.state() == Future.State.FAILED) {
                log.error(
                        "Event {}-{} cannot be sent and blocks the later events of its aggregate",
                        batch.id(),
                        event.seq(),
                        future.exceptionNow());
                return;
            }
            sent.add(new PendingSend(batch.id(), event.seq(), future));
        }
    }

    private static Map<String, Long> awaitAcknowledgements(List<PendingSend> sent) {
        Map<String, Long> acknowledged = new HashMap<>();
        for (PendingSend one : sent) {
            try {
                one.future().get();
                acknowledged.put(one.id(), one.seq());
            } catch (ExecutionException e) {
                throw new KafkaException("The broker rejected event " + one.id() + "-" + one.seq(), e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        return acknowledged;
    }

    private record PendingSend(String id, long seq, Future<RecordMetadata> future) {}
}
