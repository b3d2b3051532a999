package org.yiqiao.faults.check;

import java.util.List;

/** Checks a snapshot against every invariant. */
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

    /** Returns all violations; empty if every invariant holds. */
    public static List<InvariantViolation> check(SystemSnapshot snapshot) {
        return ALL.stream().flatMap(invariant -> invariant.check(snapshot)).toList();
    }

    /** Checks only I12, which holds at any moment: every committed record has been processed. */
    public static List<InvariantViolation> checkCommittedRecords(SystemSnapshot snapshot) {
        return new NoSkippedRecordInvariant()
                .check(snapshot)
                .map(violation -> new InvariantViolation("I12", violation.description()))
                .toList();
    }
}
