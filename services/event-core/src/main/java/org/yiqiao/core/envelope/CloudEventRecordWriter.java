package org.yiqiao.core.envelope;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.v1.CloudEventV1;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.outbox.OutboxBatch;

/** Writes events as CloudEvents 1.0 in Kafka's binary mode, keyed by their aggregate. */
public final class CloudEventRecordWriter {

    private CloudEventRecordWriter() {}

    public static ProducerRecord<String, byte[]> write(OutboxBatch of, PendingEvent event) {
        PlatformService service = of.aggregateType().service();
        CloudEventBuilder cloudEvent = CloudEventBuilder.v1()
                .withId(of.id() + "-" + event.seq())
                .withSource(source(of))
                .withType(event.type())
                .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                .withSubject(of.id())
                .withDataSchema(URI.create("https://yiqiao.org/schemas/" + event.type() + ".json"))
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .withExtension(CloudEventAttributes.SEQUENCE, "%019d".formatted(event.seq()))
                .withExtension(CloudEventAttributes.PARTITION_KEY, of.id())
                .withExtension(
                        CloudEventAttributes.RECORDED_TIME, event.recorded().toString())
                .withExtension(CloudEventAttributes.CORRELATION_ID, event.correlation());
        addExtension(cloudEvent, CloudEventAttributes.TOWNSHIP, event.township());
        addExtension(cloudEvent, CloudEventAttributes.COMMUNITY, event.community());
        addExtension(cloudEvent, CloudEventAttributes.CAUSATION_ID, event.causation());
        addExtension(cloudEvent, CloudEventAttributes.TRACE_PARENT, event.trace());
        return KafkaMessageFactory.<String>createWriter(service.topic(), of.id())
                .writeBinary(cloudEvent.build());
    }

    /** With what cannot stand in a URI percent-encoded, since an id may be whatever an issuer of tokens calls somebody. */
    private static URI source(OutboxBatch of) {
        String path = "/" + of.aggregateType().service().id() + "/"
                + of.aggregateType().name() + "/" + of.id();
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No URI can be made of " + path, e);
        }
    }

    private static void addExtension(CloudEventBuilder cloudEvent, String name, @Nullable String value) {
        if (value != null) {
            cloudEvent.withExtension(name, value);
        }
    }

    /** The names of CloudEvents attributes; on the wire each has the prefix {@code ce_}. */
    static final class CloudEventAttributes {
        static final String HEADER_PREFIX = "ce_";
        static final String SOURCE = CloudEventV1.SOURCE;
        static final String TYPE = CloudEventV1.TYPE;
        static final String SUBJECT = CloudEventV1.SUBJECT;
        static final String TIME = CloudEventV1.TIME;
        static final String SEQUENCE = "sequence";
        static final String PARTITION_KEY = "partitionkey";
        static final String RECORDED_TIME = "recordedtime";
        static final String CORRELATION_ID = "correlationid";
        static final String CAUSATION_ID = "causationid";
        static final String TOWNSHIP = "township";
        static final String COMMUNITY = "community";
        static final String TRACE_PARENT = "traceparent";

        private CloudEventAttributes() {}
    }
}
