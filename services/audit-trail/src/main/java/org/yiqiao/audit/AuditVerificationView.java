package org.yiqiao.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A verification as an auditor sees it.
 *
 * @param state running, done, or failed if the store did not answer
 * @param checked entries that are as they have to be
 * @param of entries that the chain had when it began
 * @param head of the entries that are as they have to be: to be kept elsewhere, and brought along next time
 * @param whole whether all are, once it is done
 * @param brokenAt sequence of the first that is not
 * @param why missing, changed, reordered, rewritten or cut
 */
record AuditVerificationView(
        String state,
        long checked,
        long of,
        AuditChainHead head,
        @Nullable Boolean whole,
        @Nullable Long brokenAt,
        @Nullable String why,
        Instant started,
        @Nullable Instant ended) {

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
