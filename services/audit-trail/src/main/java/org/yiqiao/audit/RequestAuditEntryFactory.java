package org.yiqiao.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiqiao.access.Caller;
import org.yiqiao.access.HeaderText;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.CorrelationId;
import org.yiqiao.edge.web.HeaderFormat;
import org.yiqiao.edge.web.RejectedException;

/** Creates the audit entries of requests. An entry has the path without the query, which can contain private data. */
final class RequestAuditEntryFactory {

    /**
     * The header with the purpose of a call, in a few words and without names: the number of a case, a kind of errand.
     */
    static final String PURPOSE_HEADER = "X-Purpose";

    private static final String ATTRIBUTE = RequestAuditEntryFactory.class.getName();
    private static final Pattern PURPOSE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,:/#()_\\-，。、：；（）《》“”·—]{1,120}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");
    private static final int MAX_PATH_LENGTH = 300;

    private RequestAuditEntryFactory() {}

    static AuditEntry createEntry(HttpServletRequest request, String operation, Instant at) {
        return buildEntry(request, operation, at, Caller.of(request), purpose(request), "");
    }

    /** Creates the entry of a request that was rejected before its operation was known. */
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

    static void setRecordedEntry(HttpServletRequest request, RecordedEntry recorded) {
        request.setAttribute(ATTRIBUTE, recorded);
    }

    static Optional<RecordedEntry> findRecordedEntry(HttpServletRequest request) {
        return Optional.ofNullable((RecordedEntry) request.getAttribute(ATTRIBUTE));
    }

    /** An entry and its sequence. */
    record RecordedEntry(long seq, AuditEntry entry) {}

    /** Rejects a purpose that is too long or that contains characters that are not allowed. */
    static void checkPurpose(HttpServletRequest request) {
        if (request.getHeader(PURPOSE_HEADER) != null && purpose(request).isEmpty()) {
            throw new RejectedException(HeaderFormat.PURPOSE.malformed(PURPOSE_HEADER));
        }
    }

    /** Rejects a request without a purpose, or with a purpose that is not allowed. */
    static void requirePurpose(HttpServletRequest request) {
        checkPurpose(request);
        if (purpose(request).isBlank()) {
            throw new RejectedException(Rejection.malformed("purpose.missing").withDetail("header", PURPOSE_HEADER));
        }
    }

    /** Returns the purpose, in any script; empty if the request states none, or none that is allowed. */
    private static String purpose(HttpServletRequest request) {
        String value = request.getHeader(PURPOSE_HEADER);
        String purpose = value == null ? "" : HeaderText.decode(value);
        return PURPOSE.matcher(purpose).matches() ? purpose : "";
    }

    private static String printablePath(HttpServletRequest request) {
        String path = UNPRINTABLE.matcher(request.getRequestURI()).replaceAll("?");
        return path.length() > MAX_PATH_LENGTH ? path.substring(0, MAX_PATH_LENGTH) : path;
    }
}
