package org.yiqiao.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.CorrelationId;
import org.yiqiao.edge.web.RejectedException;

/** What a request looks like in the audit: its path without its query, which may hold what is nobody's business. */
final class RequestAudit {

    /** Why a caller does something, in few words and without names: a case's number, a kind of errand. */
    static final String PURPOSE_HEADER = "X-Purpose";

    private static final String AUDITED = RequestAudit.class.getName();
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9 .,:/#()_-]{1,120}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");
    private static final int LONGEST_PATH = 300;

    private RequestAudit() {}

    static AuditEntry createEntry(HttpServletRequest request, String operation, Instant at) {
        return buildEntry(request, operation, at, Caller.of(request), purpose(request), "");
    }

    /** One that was not let in before anybody knew what it wanted. */
    static AuditEntry createUnauthorizedEntry(HttpServletRequest request, String outcome, Instant at) {
        return buildEntry(request, request.getMethod(), at, Caller.of(request), "", outcome);
    }

    private static AuditEntry buildEntry(
            HttpServletRequest request, String operation, Instant at, Caller caller, String purpose, String outcome) {
        return new AuditEntry(
                at,
                operation,
                printablePath(request),
                caller.id(),
                joinPosts(caller),
                IpAddressAnonymizer.anonymize(request.getRemoteAddr()),
                purpose,
                CorrelationId.of(request),
                0,
                outcome,
                "");
    }

    static String joinPosts(Caller caller) {
        return caller.posts().stream().map(Post::toText).sorted().collect(Collectors.joining(" "));
    }

    static void setRecordedEntry(HttpServletRequest request, RecordedEntry audited) {
        request.setAttribute(AUDITED, audited);
    }

    static Optional<RecordedEntry> findRecordedEntry(HttpServletRequest request) {
        return Optional.ofNullable((RecordedEntry) request.getAttribute(AUDITED));
    }

    /** An entry and where it stands. */
    record RecordedEntry(long seq, AuditEntry entry) {}

    /** Refuses a purpose that is longer or says more than it should. */
    static void checkPurpose(HttpServletRequest request) {
        String purpose = request.getHeader(PURPOSE_HEADER);
        if (purpose != null && !WORDS.matcher(purpose).matches()) {
            throw new RejectedException(Rejection.invalid("header.malformed").withDetail("header", PURPOSE_HEADER));
        }
    }

    /** Refuses a request that states no purpose. */
    static void requirePurpose(HttpServletRequest request) {
        checkPurpose(request);
        if (purpose(request).isBlank()) {
            throw new RejectedException(Rejection.invalid("purpose.missing").withDetail("header", PURPOSE_HEADER));
        }
    }

    private static String purpose(HttpServletRequest request) {
        String purpose = request.getHeader(PURPOSE_HEADER);
        return purpose != null && WORDS.matcher(purpose).matches() ? purpose : "";
    }

    private static String printablePath(HttpServletRequest request) {
        String path = UNPRINTABLE.matcher(request.getRequestURI()).replaceAll("?");
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
    }
}
