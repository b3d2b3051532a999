package org.yiqiao.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs verifications in the background, one at a time, and keeps the last one of this process. Thread-safe. */
final class AuditVerificationService {

    private final AuditChainRepository audit;
    private final Clock clock;
    private @Nullable AuditVerificationRun last;

    AuditVerificationService(AuditChainRepository audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts a verification, or returns the progress of the one that is still running. */
    synchronized AuditVerificationView start(List<AuditChainHead> known) {
        if (last == null || !last.progress().state().equals(AuditVerificationView.RUNNING)) {
            last = new AuditVerificationRun(audit, clock, known);
            Thread.ofPlatform().daemon().name("audit-verification").start(last);
        }
        return last.progress();
    }

    synchronized Optional<AuditVerificationView> lastProgress() {
        return Optional.ofNullable(last).map(AuditVerificationRun::progress);
    }
}
