package org.yiqiao.core.envelope;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.yiqiao.contracts.DomainEvent;

/** The result of decoding a record of a topic. */
public sealed interface DecodedRecord {

    ConsumerRecord<String, byte[]> record();

    /** An event of an aggregate, with a known position in the aggregate's order. */
    sealed interface SequencedRecord extends DecodedRecord {

        /** Returns the aggregate type, as named in {@code ce_source}. */
        String aggregate();

        String subject();

        long seq();
    }

    record EventRecord(
            ConsumerRecord<String, byte[]> record, String aggregate, EventEnvelope<? extends DomainEvent> envelope)
            implements SequencedRecord {
        @Override
        public String subject() {
            return envelope.subject();
        }

        @Override
        public long seq() {
            return envelope.seq();
        }
    }

    /** An event of a type that is newer than this program. It counts in its aggregate's order and changes nothing. */
    record UnknownTypeRecord(
            ConsumerRecord<String, byte[]> record, String aggregate, String subject, long seq, String type)
            implements SequencedRecord {}

    /** An event with a known position and unreadable content. */
    record CorruptEventRecord(
            ConsumerRecord<String, byte[]> record, String aggregate, String subject, long seq, Throwable cause)
            implements SequencedRecord {}

    /** A record that is not an event. */
    record NonEventRecord(ConsumerRecord<String, byte[]> record, Throwable cause) implements DecodedRecord {}
}
