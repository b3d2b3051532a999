package org.yiqiao.support.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the whole chain once, in pages, against the heads that were kept and those that the auditor brings along. */
final class Verification implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Verification.class);
    private static final int PAGE = 2_000;

    private final AuditLog audit;
    private final Clock clock;
    private final List<Head> known;
    private final Instant started;
    private volatile VerificationView progress;

    Verification(AuditLog audit, Clock clock, List<Head> known) {
        this.audit = audit;
        this.clock = clock;
        this.known = known;
        this.started = clock.instant();
        this.progress = view(VerificationView.RUNNING, 0, 0, Head.NONE, null);
    }

    VerificationView progress() {
        return progress;
    }

    @Override
    public void run() {
        try {
            verify();
        } catch (RuntimeException e) {
            log.error("The audit could not be verified", e);
            progress = view(VerificationView.FAILED, progress.checked(), progress.of(), progress.head(), null);
        }
    }

    private void verify() {
        List<Head> heads = new ArrayList<>(known);
        audit.heads().forEach((seq, hash) -> heads.add(new Head(seq, hash)));
        ChainCheck check = new ChainCheck(Head.NONE, heads);
        long last = audit.head().seq();
        boolean whole = true;
        for (List<Link> page = page(-1, last);
                whole && !page.isEmpty();
                page = page(page.getLast().seq(), last)) {
            whole = page.stream().allMatch(check::accept);
            progress = view(VerificationView.RUNNING, check.checked(), last, check.last(), null);
        }
        check.end();
        Break broken = check.broken().orElse(null);
        progress = view(VerificationView.DONE, check.checked(), last, check.last(), broken);
        if (broken == null) {
            log.info(
                    "The audit is whole: {} entries, head {}",
                    check.checked(),
                    check.last().hash());
        } else {
            log.error("The audit is broken at entry {}: {}", broken.seq(), broken.why());
        }
    }

    private List<Link> page(long after, long last) {
        return audit.after(after, last, new Document(), PAGE);
    }

    private VerificationView view(String state, long checked, long of, Head head, @Nullable Break broken) {
        return VerificationView.of(state, checked, of, head, broken, started, ended(state));
    }

    private @Nullable Instant ended(String state) {
        return state.equals(VerificationView.RUNNING) ? null : clock.instant();
    }
}
