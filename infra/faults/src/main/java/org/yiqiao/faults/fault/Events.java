package org.yiqiao.faults.fault;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of cases that no service has decided. */
final class Events {

    static final String SUBMITTED = """
            {"service":"Planted","channel":"WEB","township":"990000009","path":[]}""";

    private Events() {}

    static ProducerRecord<byte[], byte[]> submitted(String subject) {
        return Planter.event(subject, 1, "RequestSubmitted", SUBMITTED);
    }

    static ProducerRecord<byte[], byte[]> routed(String subject, long seq) {
        return Planter.event(subject, seq, "RequestRouted", """
                {"township":"990000009","path":["990000009"],"by":"BY_HAND"}""");
    }
}
