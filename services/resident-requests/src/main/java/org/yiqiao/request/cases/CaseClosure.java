package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Satisfaction;

/**
 * How it ended, as far as it has.
 *
 * @param solved what the resident said, not what the handler said
 * @param reopened how often it has been reopened
 */
public record CaseClosure(
        @Nullable String verifier,
        @Nullable Instant closedAt,
        @Nullable ClosingBasis basis,
        @Nullable Boolean solved,
        @Nullable Satisfaction satisfaction,
        int reopened) {

    static final CaseClosure NOT_CLOSED = new CaseClosure(null, null, null, null, null, 0);

    CaseClosure withVerifier(String by) {
        return new CaseClosure(by, null, null, null, null, reopened);
    }

    CaseClosure withClosing(Instant at, ClosingBasis why) {
        return new CaseClosure(verifier, at, why, null, null, reopened);
    }

    CaseClosure withRating(boolean isSolved, Satisfaction how) {
        return new CaseClosure(verifier, closedAt, basis, isSolved, how, reopened);
    }

    static CaseClosure reopened(int times) {
        return new CaseClosure(null, null, null, null, null, times);
    }
}
