package org.yiqiao.faults.fault;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of cases that no service has published. */
final class InjectedEvents {

    static final String SUBMITTED = """
            {"service":"Planted","channel":"WEB","township":"990000009","path":[]}""";

    private InjectedEvents() {}

    static ProducerRecord<byte[], byte[]> submitted(String subject) {
        return RecordInjector.eventRecord(subject, 1, "RequestSubmitted", SUBMITTED);
    }

    static ProducerRecord<byte[], byte[]> routed(String subject, long seq) {
        return RecordInjector.eventRecord(subject, seq, "RequestRouted", """
                {"township":"990000009","path":["990000009"],"by":"BY_HAND"}""");
    }
}
