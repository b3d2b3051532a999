package org.yiqiao.core.envelope;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.yiqiao.contracts.DomainEvent;

/** What a record of a topic turned out to be. */
public sealed interface Received {

    ConsumerRecord<String, byte[]> record();

    /** An event of this aggregate, at this place in its order. */
    sealed interface Ordered extends Received {

        /** The kind of aggregate, as {@code ce_source} names it. */
        String aggregate();

        String subject();

        long seq();
    }

    record Event(ConsumerRecord<String, byte[]> record, String aggregate, Envelope<? extends DomainEvent> envelope)
            implements Ordered {
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
    record Newer(ConsumerRecord<String, byte[]> record, String aggregate, String subject, long seq, String type)
            implements Ordered {}

    /** Its place in the order is known, its content cannot be read. */
    record Broken(ConsumerRecord<String, byte[]> record, String aggregate, String subject, long seq, Throwable cause)
            implements Ordered {}

    /** Not an event at all. */
    record Unreadable(ConsumerRecord<String, byte[]> record, Throwable cause) implements Received {}
}
