package org.yiqiao.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the whole chain once, in pages, against the saved heads and the heads that the auditor supplies. */
final class AuditVerificationRun implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(AuditVerificationRun.class);
    private static final int PAGE = 2_000;

    private final AuditChainRepository audit;
    private final Clock clock;
    private final List<AuditChainHead> known;
    private final Instant started;
    private volatile AuditVerificationView progress;

    AuditVerificationRun(AuditChainRepository audit, Clock clock, List<AuditChainHead> known) {
        this.audit = audit;
        this.clock = clock;
        this.known = known;
        this.started = clock.instant();
        this.progress = createView(AuditVerificationView.RUNNING, 0, 0, AuditChainHead.EMPTY, null);
    }

    AuditVerificationView progress() {
        return progress;
    }

    @Override
    public void run() {
        try {
            verify();
        } catch (RuntimeException e) {
            log.error("The audit could not be verified", e);
            progress =
                    createView(AuditVerificationView.FAILED, progress.checked(), progress.of(), progress.head(), null);
        }
    }

    private void verify() {
        List<AuditChainHead> heads = new ArrayList<>(known);
        audit.savedHeads().forEach((seq, hash) -> heads.add(new AuditChainHead(seq, hash)));
        AuditChainVerifier verifier = new AuditChainVerifier(AuditChainHead.EMPTY, heads);
        long last = audit.currentHead().seq();
        boolean intact = true;
        for (List<AuditChainLink> page = loadPage(-1, last);
                intact && !page.isEmpty();
                page = loadPage(page.getLast().seq(), last)) {
            intact = page.stream().allMatch(verifier::accept);
            progress = createView(
                    AuditVerificationView.RUNNING, verifier.validLinkCount(), last, verifier.lastValidHead(), null);
        }
        verifier.finish();
        AuditChainBreak broken = verifier.firstBreak().orElse(null);
        progress = createView(
                AuditVerificationView.DONE, verifier.validLinkCount(), last, verifier.lastValidHead(), broken);
        if (broken == null) {
            log.info(
                    "The audit is intact: {} entries, head {}",
                    verifier.validLinkCount(),
                    verifier.lastValidHead().hash());
        } else {
            log.error("The audit is broken at entry {}: {}", broken.seq(), broken.reason());
        }
    }

    private List<AuditChainLink> loadPage(long after, long last) {
        return audit.findAfter(after, last, new Document(), PAGE);
    }

    private AuditVerificationView createView(
            String state, long checked, long of, AuditChainHead head, @Nullable AuditChainBreak broken) {
        return AuditVerificationView.of(state, checked, of, head, broken, started, endTime(state));
    }

    private @Nullable Instant endTime(String state) {
        return state.equals(AuditVerificationView.RUNNING) ? null : clock.instant();
    }
}
