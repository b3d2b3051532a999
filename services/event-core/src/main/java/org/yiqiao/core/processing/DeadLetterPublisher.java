package org.yiqiao.core.processing;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Publishes a record that an event handler cannot process to the topic's dead-letter topic, with its origin and the
 * cause. The call returns only when the broker has the record, and throws otherwise, so that the record is delivered
 * again.
 */
public final class DeadLetterPublisher {

    public static final String SUBSCRIBER_HEADER = "dlt-subscriber";
    public static final String TOPIC_HEADER = "dlt-topic";
    public static final String PARTITION_HEADER = "dlt-partition";
    public static final String OFFSET_HEADER = "dlt-offset";
    public static final String CAUSE_HEADER = "dlt-cause";

    private static final int MAX_CAUSE_LENGTH = 2_000;

    private final Producer<byte[], byte[]> producer;

    public DeadLetterPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    public void publish(String handlerName, ConsumerRecord<String, byte[]> record, Throwable cause) {
        ProducerRecord<byte[], byte[]> deadLetter = new ProducerRecord<>(
                record.topic() + ".dlt",
                null,
                record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                record.value());
        Headers headers = deadLetter.headers();
        record.headers().forEach(headers::add);
        add(headers, SUBSCRIBER_HEADER, handlerName);
        add(headers, TOPIC_HEADER, record.topic());
        add(headers, PARTITION_HEADER, Integer.toString(record.partition()));
        add(headers, OFFSET_HEADER, Long.toString(record.offset()));
        String causeText = cause.toString();
        add(
                headers,
                CAUSE_HEADER,
                causeText.length() > MAX_CAUSE_LENGTH ? causeText.substring(0, MAX_CAUSE_LENGTH) : causeText);
        try {
            producer.send(deadLetter).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetterPublishException("Interrupted while publishing a dead letter", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeadLetterPublishException(
                    "The dead-letter topic " + deadLetter.topic() + " does not accept records", e);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Indicates that a dead letter could not be published; its record must be delivered again. */
    public static final class DeadLetterPublishException extends RuntimeException {
        DeadLetterPublishException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
