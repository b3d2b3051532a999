package org.yiqiao.core.envelope;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.yiqiao.contracts.DomainEvent;

/** What a record of a topic turned out to be. */
public sealed interface DecodedRecord {

    ConsumerRecord<String, byte[]> record();

    /** An event of this aggregate, at this place in its order. */
    sealed interface SequencedRecord extends DecodedRecord {

        /** The kind of aggregate, as {@code ce_source} names it. */
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

    /** An event of a type that is newer than this program: it counts in its aggregate's order and changes nothing. */
    record UnknownTypeRecord(
            ConsumerRecord<String, byte[]> record, String aggregate, String subject, long seq, String type)
            implements SequencedRecord {}

    /** Its place in the order is known, its content cannot be read. */
    record CorruptEventRecord(
            ConsumerRecord<String, byte[]> record, String aggregate, String subject, long seq, Throwable cause)
            implements SequencedRecord {}

    /** Not an event at all. */
    record NonEventRecord(ConsumerRecord<String, byte[]> record, Throwable cause) implements DecodedRecord {}
}
