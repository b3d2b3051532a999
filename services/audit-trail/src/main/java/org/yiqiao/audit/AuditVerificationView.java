package org.yiqiao.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The progress and the result of a verification, as shown to an auditor.
 *
 * @param state running, done, or failed if the store did not answer
 * @param checked number of valid entries so far
 * @param of number of entries in the chain when the verification began
 * @param head head of the valid entries, for the auditor to keep elsewhere and to supply to the next verification
 * @param whole whether all entries are valid; absent until the verification is done
 * @param brokenAt sequence of the first invalid entry; absent if there is none
 * @param why missing, changed, reordered, rewritten or cut; absent if all entries are valid
 * @param startedAt time at which the verification was requested
 * @param finishedAt time at which it ended; absent while it runs
 */
record AuditVerificationView(
        String state,
        long checked,
        long of,
        AuditChainHead head,
        @Nullable Boolean whole,
        @Nullable Long brokenAt,
        @Nullable String why,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    static AuditVerificationView of(
            String state,
            long checked,
            long of,
            AuditChainHead head,
            @Nullable AuditChainBreak broken,
            Instant started,
            @Nullable Instant ended) {
        return new AuditVerificationView(
                state,
                checked,
                of,
                head,
                state.equals(DONE) ? broken == null : null,
                broken == null ? null : broken.seq(),
                broken == null ? null : broken.reason().name().toLowerCase(Locale.ROOT),
                started,
                ended);
    }
}
