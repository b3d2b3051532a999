package org.yiqiao.core.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.core.aggregate.EventJsonMapper;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.envelope.CloudEventRecordWriter.CloudEventAttributes;

/** Decodes records into events. Decoding never throws, regardless of the content of a record. */
public final class CloudEventRecordReader {

    private CloudEventRecordReader() {}

    public static DecodedRecord read(ConsumerRecord<String, byte[]> record) {
        String aggregate;
        String subject;
        long seq;
        String type;
        try {
            aggregate = aggregate(required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.SOURCE));
            subject = required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.SUBJECT);
            seq = Long.parseLong(required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.SEQUENCE));
            type = required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.TYPE);
        } catch (RuntimeException e) {
            return new DecodedRecord.NonEventRecord(record, e);
        }
        Optional<EventType> known = EventType.findByName(type);
        if (known.isEmpty()) {
            return new DecodedRecord.UnknownTypeRecord(record, aggregate, subject, seq, type);
        }
        try {
            return new DecodedRecord.EventRecord(record, aggregate, envelope(record, subject, seq, known.get()));
        } catch (RuntimeException | StackOverflowError e) {
            return new DecodedRecord.CorruptEventRecord(record, aggregate, subject, seq, e);
        }
    }

    /** Returns the second segment of {@code /<service>/<aggregate>/<id>}. */
    private static String aggregate(String source) {
        return source.split("/", 4)[2];
    }

    private static EventEnvelope<DomainEvent> envelope(
            ConsumerRecord<String, byte[]> record, String subject, long seq, EventType type) {
        if (record.value() == null) {
            throw new IllegalArgumentException("The record has no value");
        }
        return new EventEnvelope<>(
                subject + "-" + seq,
                subject,
                seq,
                EventTimeParser.parse(
                        required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.TIME),
                        text -> OffsetDateTime.parse(text).toInstant()),
                EventTimeParser.parse(
                        required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.RECORDED_TIME),
                        Instant::parse),
                new Jurisdiction(
                        optional(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.TOWNSHIP),
                        optional(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.COMMUNITY)),
                required(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.CORRELATION_ID),
                optional(record, CloudEventAttributes.HEADER_PREFIX + CloudEventAttributes.TRACE_PARENT),
                event(record.value(), type));
    }

    private static DomainEvent event(byte[] json, EventType type) {
        DomainEvent event = EventJsonMapper.MAPPER.readValue(json, type.record());
        RequiredFieldCheck.findMissing((Record) event).ifPresent(path -> {
            throw new IllegalArgumentException(type.name() + " requires " + path);
        });
        return event;
    }

    private static String required(ConsumerRecord<?, ?> record, String key) {
        String value = optional(record, key);
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + key);
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<?, ?> record, String key) {
        Header header = record.headers().lastHeader(key);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
