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
import org.yiqiao.contracts.Service;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.outbox.OutgoingEvents;

/** Writes events as CloudEvents 1.0 in Kafka's binary mode, keyed by their aggregate. */
public final class CloudEventRecords {

    private CloudEventRecords() {}

    public static ProducerRecord<String, byte[]> write(OutgoingEvents of, PendingEvent event) {
        Service service = of.aggregate().service();
        CloudEventBuilder cloudEvent = CloudEventBuilder.v1()
                .withId(of.id() + "-" + event.seq())
                .withSource(source(of))
                .withType(event.type())
                .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                .withSubject(of.id())
                .withDataSchema(URI.create("https://yiqiao.org/schemas/" + event.type() + ".json"))
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .withExtension(Headers.SEQUENCE, "%019d".formatted(event.seq()))
                .withExtension(Headers.PARTITION_KEY, of.id())
                .withExtension(Headers.RECORDED, event.recorded().toString())
                .withExtension(Headers.CORRELATION, event.correlation());
        extend(cloudEvent, Headers.TOWNSHIP, event.township());
        extend(cloudEvent, Headers.COMMUNITY, event.community());
        extend(cloudEvent, Headers.CAUSATION, event.causation());
        extend(cloudEvent, Headers.TRACE, event.trace());
        return KafkaMessageFactory.<String>createWriter(service.topic(), of.id())
                .writeBinary(cloudEvent.build());
    }

    /** With what cannot stand in a URI percent-encoded, since an id may be whatever an issuer of tokens calls somebody. */
    private static URI source(OutgoingEvents of) {
        String path = "/" + of.aggregate().service().id() + "/" + of.aggregate().name() + "/" + of.id();
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No URI can be made of " + path, e);
        }
    }

    private static void extend(CloudEventBuilder cloudEvent, String name, @Nullable String value) {
        if (value != null) {
            cloudEvent.withExtension(name, value);
        }
    }

    /** The names of CloudEvents attributes; on the wire each has the prefix {@code ce_}. */
    static final class Headers {
        static final String PREFIX = "ce_";
        static final String SOURCE = CloudEventV1.SOURCE;
        static final String TYPE = CloudEventV1.TYPE;
        static final String SUBJECT = CloudEventV1.SUBJECT;
        static final String TIME = CloudEventV1.TIME;
        static final String SEQUENCE = "sequence";
        static final String PARTITION_KEY = "partitionkey";
        static final String RECORDED = "recordedtime";
        static final String CORRELATION = "correlationid";
        static final String CAUSATION = "causationid";
        static final String TOWNSHIP = "township";
        static final String COMMUNITY = "community";
        static final String TRACE = "traceparent";

        private Headers() {}
    }
}
