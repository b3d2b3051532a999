package org.yiqiao.faults.check;

import java.util.List;

/** Holds the evidence against every invariant. */
public final class InvariantChecker {

    private static final List<Invariant> ALL = List.of(
            new NoLostCommandInvariant(),
            new LogMatchesAggregatesInvariant(),
            new EventOrderInvariant(),
            new IdenticalDuplicatesInvariant(),
            new RowsMatchLogInvariant(),
            new ExactlyOnceCommandInvariant(),
            new ExactlyOnceReactionInvariant(),
            new NoSkippedRecordInvariant(),
            new DeadLetterHeadersInvariant(),
            new NoBacklogInvariant(),
            new MonotonicReadsInvariant());

    private InvariantChecker() {}

    /** What is wrong; empty if all is well. */
    public static List<Violation> check(SystemSnapshot evidence) {
        return ALL.stream().flatMap(invariant -> invariant.check(evidence)).toList();
    }

    /** I12 alone, which holds at any moment: nothing is committed that is not taken. */
    public static List<Violation> checkCommittedRecords(SystemSnapshot evidence) {
        return new NoSkippedRecordInvariant()
                .check(evidence)
                .map(violation -> new Violation("I12", violation.description()))
                .toList();
    }
}
