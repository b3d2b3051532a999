package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Satisfaction;

/**
 * The verification, closing and rating of a case, as far as they have happened.
 *
 * @param verifier pseudonymous id of the person that verified the resolution
 * @param closedAt time of the closing
 * @param basis reason for the closing
 * @param solved the answer of the resident, not of the handler
 * @param satisfaction satisfaction of the resident with the outcome
 * @param reopened number of times that the case was reopened
 */
public record CaseOutcome(
        @Nullable String verifier,
        @Nullable Instant closedAt,
        @Nullable ClosingBasis basis,
        @Nullable Boolean solved,
        @Nullable Satisfaction satisfaction,
        int reopened) {

    static final CaseOutcome NOT_CLOSED = new CaseOutcome(null, null, null, null, null, 0);

    CaseOutcome withVerifier(String newVerifier) {
        return new CaseOutcome(newVerifier, null, null, null, null, reopened);
    }

    CaseOutcome withClosing(Instant time, ClosingBasis newBasis) {
        return new CaseOutcome(verifier, time, newBasis, null, null, reopened);
    }

    CaseOutcome withRating(boolean isSolved, Satisfaction newSatisfaction) {
        return new CaseOutcome(verifier, closedAt, basis, isSolved, newSatisfaction, reopened);
    }

    static CaseOutcome reopened(int times) {
        return new CaseOutcome(null, null, null, null, null, times);
    }
}
