package org.yiqiao.support.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last verification that this process was asked for; one at a time. */
final class Verifications {

    private final AuditLog audit;
    private final Clock clock;
    private @Nullable Verification last;

    Verifications(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins one in the background; while one goes on, that one. */
    synchronized VerificationView start(List<Head> known) {
        if (last == null || !last.progress().state().equals(VerificationView.RUNNING)) {
            last = new Verification(audit, clock, known);
            Thread.ofPlatform().daemon().name("audit-verification").start(last);
        }
        return last.progress();
    }

    synchronized Optional<VerificationView> last() {
        return Optional.ofNullable(last).map(Verification::progress);
    }
}
