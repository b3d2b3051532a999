package org.yiqiao.request.cases;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * The policy of the township for cases.
 *
 * @param longestPromise the longest time for which a date can be promised in advance
 */
public record CasePolicy(Period longestPromise) {

    /** The policy of a township that sets none: two years. */
    static final CasePolicy DEFAULT = new CasePolicy(Period.ofYears(2));

    public CasePolicy {
        if (longestPromise.isZero() || longestPromise.isNegative()) {
            throw new IllegalArgumentException("The longest promise is not longer than zero: " + longestPromise);
        }
    }

    /** Returns the latest date that can be promised now. */
    Instant latestPromise(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plus(longestPromise).toInstant();
    }
}
