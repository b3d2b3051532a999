package org.yiqiao.faults.check;

/**
 * Where an event stands: which aggregate, and which of its events.
 *
 * @param aggregateType of aggregate, as {@code ce_source} names it
 */
public record EventKey(String aggregateType, String aggregateId, long seq) {

    AggregateKey aggregate() {
        return new AggregateKey(aggregateType, aggregateId);
    }

    /** One aggregate. */
    public record AggregateKey(String type, String id) {

        @Override
        public String toString() {
            return type + " " + id;
        }
    }
}
