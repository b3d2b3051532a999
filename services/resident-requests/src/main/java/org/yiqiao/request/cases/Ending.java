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
public record Ending(
        @Nullable String verifier,
        @Nullable Instant closedAt,
        @Nullable ClosingBasis basis,
        @Nullable Boolean solved,
        @Nullable Satisfaction satisfaction,
        int reopened) {

    static final Ending OPEN = new Ending(null, null, null, null, null, 0);

    Ending verified(String by) {
        return new Ending(by, null, null, null, null, reopened);
    }

    Ending closed(Instant at, ClosingBasis why) {
        return new Ending(verifier, at, why, null, null, reopened);
    }

    Ending rated(boolean isSolved, Satisfaction how) {
        return new Ending(verifier, closedAt, basis, isSolved, how, reopened);
    }

    static Ending reopened(int times) {
        return new Ending(null, null, null, null, null, times);
    }
}
