package org.yiqiao.support.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.web.Correlation;
import org.yiqiao.support.web.Refused;

/** What a request looks like in the audit: its path without its query, which may hold what is nobody's business. */
final class AuditedCall {

    /** Why a caller does something, in few words and without names: a case's number, a kind of errand. */
    static final String PURPOSE = "X-Purpose";

    private static final String AUDITED = AuditedCall.class.getName();
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9 .,:/#()_-]{1,120}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");
    private static final int LONGEST_PATH = 300;

    private AuditedCall() {}

    static Entry of(HttpServletRequest request, String operation, Instant at) {
        return entry(request, operation, at, Caller.of(request), purpose(request), "");
    }

    /** One that was not let in before anybody knew what it wanted. */
    static Entry turnedAway(HttpServletRequest request, String outcome, Instant at) {
        return entry(request, request.getMethod(), at, Caller.of(request), "", outcome);
    }

    private static Entry entry(
            HttpServletRequest request, String operation, Instant at, Caller caller, String purpose, String outcome) {
        return new Entry(
                at,
                operation,
                path(request),
                caller.id(),
                posts(caller),
                ClientNetwork.of(request.getRemoteAddr()),
                purpose,
                Correlation.of(request),
                0,
                outcome,
                "");
    }

    static String posts(Caller caller) {
        return caller.posts().stream().map(Post::word).sorted().collect(Collectors.joining(" "));
    }

    static void keep(HttpServletRequest request, Audited audited) {
        request.setAttribute(AUDITED, audited);
    }

    static Optional<Audited> kept(HttpServletRequest request) {
        return Optional.ofNullable((Audited) request.getAttribute(AUDITED));
    }

    /** An entry and where it stands. */
    record Audited(long seq, Entry entry) {}

    /** Refuses a purpose that is longer or says more than it should. */
    static void checkPurpose(HttpServletRequest request) {
        String purpose = request.getHeader(PURPOSE);
        if (purpose != null && !WORDS.matcher(purpose).matches()) {
            throw new Refused(Rejection.invalid("header.malformed").with("header", PURPOSE));
        }
    }

    /** Refuses a request that states no purpose. */
    static void requirePurpose(HttpServletRequest request) {
        checkPurpose(request);
        if (purpose(request).isBlank()) {
            throw new Refused(Rejection.invalid("purpose.missing").with("header", PURPOSE));
        }
    }

    private static String purpose(HttpServletRequest request) {
        String purpose = request.getHeader(PURPOSE);
        return purpose != null && WORDS.matcher(purpose).matches() ? purpose : "";
    }

    private static String path(HttpServletRequest request) {
        String path = UNPRINTABLE.matcher(request.getRequestURI()).replaceAll("?");
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
    }
}
