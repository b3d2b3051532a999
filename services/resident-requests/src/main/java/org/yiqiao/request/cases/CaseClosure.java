package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Satisfaction;

/**
 * The verification, closing and rating of a case, as far as they have happened.
 *
 * @param solved the answer of the resident, not of the handler
 * @param reopened number of times that the case was reopened
 */
public record CaseClosure(
        @Nullable String verifier,
        @Nullable Instant closedAt,
        @Nullable ClosingBasis basis,
        @Nullable Boolean solved,
        @Nullable Satisfaction satisfaction,
        int reopened) {

    static final CaseClosure NOT_CLOSED = new CaseClosure(null, null, null, null, null, 0);

    CaseClosure withVerifier(String newVerifier) {
        return new CaseClosure(newVerifier, null, null, null, null, reopened);
    }

    CaseClosure withClosing(Instant time, ClosingBasis newBasis) {
        return new CaseClosure(verifier, time, newBasis, null, null, reopened);
    }

    CaseClosure withRating(boolean isSolved, Satisfaction newSatisfaction) {
        return new CaseClosure(verifier, closedAt, basis, isSolved, newSatisfaction, reopened);
    }

    static CaseClosure reopened(int times) {
        return new CaseClosure(null, null, null, null, null, times);
    }
}
