package org.yiqiao.edge.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Creates RFC 9457 problems in the language of the client.
 *
 * <p>{@code type} and {@code code} are stable, and {@code title} is the same for every problem of a code.
 * {@code detail} describes the occurrence. {@code instance} is a URN of the correlation id, with which the audit and
 * the log name it.
 */
final class ProblemResponseFactory {

    private static final String TYPE = "https://yiqiao.org/problems/";

    private final ProblemMessages messages;

    ProblemResponseFactory(ProblemMessages messages) {
        this.messages = messages;
    }

    /** @param details members of the problem, which its message can show */
    ResponseEntity<Object> create(HttpStatusCode status, String code, Map<String, Object> details) {
        Locale locale = language();
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(messages.title(code, locale));
        problem.setDetail(messages.message(code, details, locale));
        problem.setInstance(instance());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", code);
        members.putAll(details);
        members.forEach(problem::setProperty);
        ProblemCodeAttribute.set(code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .body(problem);
    }

    /** Returns the URN of the current request; null outside a request. */
    static @Nullable URI instance() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? URI.create("urn:uuid:" + CorrelationId.of(current.getRequest()))
                : null;
    }

    private static Locale language() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? ResponseLanguage.of(current.getRequest())
                : Locale.ENGLISH;
    }
}
