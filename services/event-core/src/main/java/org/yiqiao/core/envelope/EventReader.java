package org.yiqiao.core.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
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
        Map<String, Header> headers = headers(record);
        String aggregate;
        String subject;
        long seq;
        String type;
        try {
            aggregate = aggregate(required(headers, Headers.PREFIX + Headers.SOURCE));
            subject = required(headers, Headers.PREFIX + Headers.SUBJECT);
            seq = Long.parseLong(required(headers, Headers.PREFIX + Headers.SEQUENCE));
            type = required(headers, Headers.PREFIX + Headers.TYPE);
        } catch (RuntimeException e) {
            return new Received.Unreadable(record, e);
        }
        Optional<EventType> known = EventType.named(type);
        if (known.isEmpty()) {
            return new Received.Newer(record, aggregate, subject, seq, type);
        }
        try {
            return new Received.Event(record, aggregate, envelope(headers, record.value(), subject, seq, known.get()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Received.Broken(record, aggregate, subject, seq, e);
        }
    }

    /** The second step of {@code /<service>/<aggregate>/<id>}. */
    private static String aggregate(String source) {
        return source.split("/", 4)[2];
    }

    private static Envelope<DomainEvent> envelope(
            Map<String, Header> headers, byte @Nullable [] value, String subject, long seq, EventType type) {
        if (value == null) {
            throw new IllegalArgumentException("The record has no value");
        }
        return new Envelope<>(
                subject + "-" + seq,
                subject,
                seq,
                OffsetDateTime.parse(required(headers, Headers.PREFIX + Headers.TIME))
                        .toInstant(),
                Instant.parse(required(headers, Headers.PREFIX + Headers.RECORDED)),
                new Scope(
                        optional(headers, Headers.PREFIX + Headers.TOWNSHIP),
                        optional(headers, Headers.PREFIX + Headers.COMMUNITY)),
                required(headers, Headers.PREFIX + Headers.CORRELATION),
                optional(headers, Headers.PREFIX + Headers.TRACE),
                event(value, type));
    }

    private static DomainEvent event(byte[] json, EventType type) {
        DomainEvent event = EventJson.MAPPER.readValue(json, type.record());
        Missing.in((Record) event).ifPresent(path -> {
            throw new IllegalArgumentException(type.name() + " requires " + path);
        });
        return event;
    }

    /** The last one of each key. */
    private static Map<String, Header> headers(ConsumerRecord<?, ?> record) {
        Map<String, Header> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header);
        }
        return headers;
    }

    private static String required(Map<String, Header> headers, String key) {
        String value = optional(headers, key);
        if (value == null) {
            throw new IllegalArgumentException("The record has no " + key);
        }
        return value;
    }

    private static @Nullable String optional(Map<String, Header> headers, String key) {
        Header header = headers.get(key);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
