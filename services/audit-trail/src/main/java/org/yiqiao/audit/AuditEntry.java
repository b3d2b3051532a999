package org.yiqiao.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is audited. A text that does not apply is empty. It holds no name and no number of a person: ids are pseudonymous,
 * and the address is a network's.
 *
 * @param at when, to the millisecond
 * @param operation such as {@code case.dispatch}
 * @param target path of what it was done to, or id of the person that was read of
 * @param caller pseudonymous id
 * @param posts the caller's posts, as words with spaces between
 * @param address network that the call came from
 * @param purpose why, in the caller's words
 * @param correlation the same that the events have which came of it
 * @param refers sequence of the entry whose outcome this tells; 0 if this is the first of its call
 * @param outcome code of the refusal; empty if the call was let in
 * @param detail what else belongs to it, such as the fields that were read
 */
public record AuditEntry(
        Instant at,
        String operation,
        String target,
        String caller,
        String posts,
        String address,
        String purpose,
        String correlation,
        long refers,
        String outcome,
        String detail) {

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What became of the call that this entry, at the given sequence, let in. */
    AuditEntry createRefusal(long seq, String code, Instant when) {
        return new AuditEntry(when, operation, target, caller, posts, address, purpose, correlation, seq, code, "");
    }
}
