package org.yiqiao.faults.check;

/**
 * Identifies an event by its aggregate and its sequence number.
 *
 * @param aggregateType type of the aggregate, as in the header {@code ce_source}
 */
public record EventIdentity(String aggregateType, String aggregateId, long seq) {

    AggregateKey aggregate() {
        return new AggregateKey(aggregateType, aggregateId);
    }

    /** Identifies an aggregate by type and id. */
    public record AggregateKey(String type, String id) {

        @Override
        public String toString() {
            return type + " " + id;
        }
    }
}
