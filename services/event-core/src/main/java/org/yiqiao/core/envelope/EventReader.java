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
import org.yiqiao.core.aggregate.EventJson;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.envelope.CloudEventRecords.Headers;

/** Reads records back into events; whatever a record holds, it never throws. */
public final class EventReader {

    private EventReader() {}

    public static Received read(ConsumerRecord<String, byte[]> record) {
        String aggregate;
        String subject;
        long seq;
        String type;
        try {
            aggregate = aggregate(required(record, Headers.PREFIX + Headers.SOURCE));
            subject = required(record, Headers.PREFIX + Headers.SUBJECT);
            seq = Long.parseLong(required(record, Headers.PREFIX + Headers.SEQUENCE));
            type = required(record, Headers.PREFIX + Headers.TYPE);
        } catch (RuntimeException e) {
            return new Received.Unreadable(record, e);
        }
        Optional<EventType> known = EventType.named(type);
        if (known.isEmpty()) {
            return new Received.Newer(record, aggregate, subject, seq, type);
        }
        try {
            return new Received.Event(record, aggregate, envelope(record, subject, seq, known.get()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Received.Broken(record, aggregate, subject, seq, e);
        }
    }

    /** The second step of {@code /<service>/<aggregate>/<id>}. */
    private static String aggregate(String source) {
        return source.split("/", 4)[2];
    }

    private static Envelope<DomainEvent> envelope(
            ConsumerRecord<String, byte[]> record, String subject, long seq, EventType type) {
        if (record.value() == null) {
            throw new IllegalArgumentException("The record has no value");
        }
        return new Envelope<>(
                subject + "-" + seq,
                subject,
                seq,
                WireTime.read(required(record, Headers.PREFIX + Headers.TIME), text -> OffsetDateTime.parse(text)
                        .toInstant()),
                WireTime.read(required(record, Headers.PREFIX + Headers.RECORDED), Instant::parse),
                new Scope(
                        optional(record, Headers.PREFIX + Headers.TOWNSHIP),
                        optional(record, Headers.PREFIX + Headers.COMMUNITY)),
                required(record, Headers.PREFIX + Headers.CORRELATION),
                optional(record, Headers.PREFIX + Headers.TRACE),
                event(record.value(), type));
    }

    private static DomainEvent event(byte[] json, EventType type) {
        DomainEvent event = EventJson.MAPPER.readValue(json, type.record());
        Missing.in((Record) event).ifPresent(path -> {
            throw new IllegalArgumentException(type.name() + " requires " + path);
        });
        return event;
    }

    private static String required(ConsumerRecord<?, ?> record, String key) {
        String value = optional(record, key);
        if (value == null) {
            throw new IllegalArgumentException("The record has no " + key);
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<?, ?> record, String key) {
        Header header = record.headers().lastHeader(key);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
