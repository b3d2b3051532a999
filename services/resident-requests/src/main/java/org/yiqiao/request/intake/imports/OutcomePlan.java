package org.yiqiao.request.intake.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes that an import planned for a batch before it wrote the batch. If the process dies in between, the
 * resumed import finds its own writes in the store. The plan shows that they are its own.
 *
 * @param digits one digit for each row of the batch
 */
record OutcomePlan(String digits) {

    static final OutcomePlan NONE = new OutcomePlan("");

    static OutcomePlan of(List<RowOutcome> outcomes) {
        return new OutcomePlan(outcomes.stream().map(OutcomePlan::digit).collect(Collectors.joining()));
    }

    /** @param digits the stored digits, null if no batch was being written */
    static OutcomePlan ofStored(@Nullable String digits) {
        return digits == null ? NONE : new OutcomePlan(digits);
    }

    /** Returns whether this outcome was planned for the row at a position of the batch. */
    boolean contains(int position, RowOutcome outcome) {
        return digits.startsWith(digit(outcome), position);
    }

    private static String digit(RowOutcome outcome) {
        return switch (outcome) {
            case IMPORTED -> "1";
            case UPDATED -> "2";
            case UNCHANGED -> "3";
            case CONFLICT -> "4";
            case REJECTED -> "5";
        };
    }
}
