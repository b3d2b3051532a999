package org.yiqiao.faults.check;

import java.util.List;

/** Holds the evidence against every invariant. */
public final class Checker {

    private static final List<Invariant> ALL = List.of(
            new AcknowledgedCommandsAreInTheLog(),
            new EventsHaveTheirAggregate(),
            new FirstOccurrencesAreInOrder(),
            new RepeatsAreIdentical(),
            new RowsAreTheFold(),
            new OneEffectForACommand(),
            new ReactionsActOnce(),
            new EveryRecordIsAccountedFor(),
            new DeadLettersSayWhy(),
            new NothingWaits(),
            new ReadersSeeNoWayBack());

    private Checker() {}

    /** What is wrong; empty if all is well. */
    public static List<Violation> check(Evidence evidence) {
        return ALL.stream().flatMap(invariant -> invariant.check(evidence)).toList();
    }

    /** I12 alone, which holds at any moment: nothing is committed that is not taken. */
    public static List<Violation> checkCommitted(Evidence evidence) {
        return new EveryRecordIsAccountedFor()
                .check(evidence)
                .map(violation -> new Violation("I12", violation.what()))
                .toList();
    }
}
