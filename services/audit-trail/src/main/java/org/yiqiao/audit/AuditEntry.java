package org.yiqiao.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry of the audit. A text that does not apply is empty. An entry has no name and no number of a person: ids are
 * pseudonymous, and the address is that of a network.
 *
 * @param at time of the call, truncated to milliseconds
 * @param operation operation such as {@code case.dispatch}
 * @param target path of the request, or pseudonymous id of the person in a read of personal data
 * @param caller pseudonymous id of the caller
 * @param posts posts of the caller, separated by spaces
 * @param address network of the caller
 * @param purpose reason for the call, as stated by the caller
 * @param correlation correlation id, which the resulting events share
 * @param refers sequence of the first entry of the call; 0 in the first entry itself
 * @param outcome problem code of a refusal; empty if the call was accepted
 * @param detail further data, such as the fields that were read
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

    /** Creates the second entry of a call that was refused after this entry, which has the given sequence. */
    AuditEntry createRefusal(long seq, String code, Instant time) {
        return new AuditEntry(time, operation, target, caller, posts, address, purpose, correlation, seq, code, "");
    }
}
