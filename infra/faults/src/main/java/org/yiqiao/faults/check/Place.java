package org.yiqiao.faults.check;

/**
 * Where an event stands: which aggregate, and which of its events.
 *
 * @param kind of aggregate, as {@code ce_source} names it
 */
public record Place(String kind, String subject, long seq) {

    Aggregate aggregate() {
        return new Aggregate(kind, subject);
    }

    /** One aggregate. */
    public record Aggregate(String kind, String id) {

        @Override
        public String toString() {
            return kind + " " + id;
        }
    }
}
