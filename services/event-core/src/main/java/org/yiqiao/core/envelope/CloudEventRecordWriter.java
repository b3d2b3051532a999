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

/** Writes events as CloudEvents 1.0 in Kafka's binary mode, with the aggregate id as key. */
public final class CloudEventRecordWriter {

    private CloudEventRecordWriter() {}

    public static ProducerRecord<String, byte[]> write(OutboxBatch batch, PendingEvent event) {
        PlatformService service = batch.aggregateType().service();
        CloudEventBuilder cloudEvent = CloudEventBuilder.v1()
                .withId(batch.id() + "-" + event.seq())
                .withSource(source(batch))
                .withType(event.type())
                .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                .withSubject(batch.id())
                .withDataSchema(URI.create("https://yiqiao.org/schemas/" + event.type() + ".json"))
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .withExtension(CloudEventAttributes.SEQUENCE, "%019d".formatted(event.seq()))
                .withExtension(CloudEventAttributes.PARTITION_KEY, batch.id())
                .withExtension(
                        CloudEventAttributes.RECORDED_TIME, event.recorded().toString())
                .withExtension(CloudEventAttributes.CORRELATION_ID, event.correlation());
        addExtension(cloudEvent, CloudEventAttributes.TOWNSHIP, event.township());
        addExtension(cloudEvent, CloudEventAttributes.COMMUNITY, event.community());
        addExtension(cloudEvent, CloudEventAttributes.CAUSATION_ID, event.causation());
        addExtension(cloudEvent, CloudEventAttributes.TRACE_PARENT, event.trace());
        return KafkaMessageFactory.<String>createWriter(service.topic(), batch.id())
                .writeBinary(cloudEvent.build());
    }

    /**
     * Returns the source URI. Characters that are invalid in a URI are percent-encoded, because a token issuer can use
     * any string as an id.
     */
    private static URI source(OutboxBatch batch) {
        String path = "/" + batch.aggregateType().service().id() + "/"
                + batch.aggregateType().name() + "/" + batch.id();
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Cannot build a URI from " + path, e);
        }
    }

    private static void addExtension(CloudEventBuilder cloudEvent, String name, @Nullable String value) {
        if (value != null) {
            cloudEvent.withExtension(name, value);
        }
    }

    /** Names of CloudEvents attributes; on the wire each has the prefix {@code ce_}. */
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
