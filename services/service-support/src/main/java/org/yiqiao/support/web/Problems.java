package org.yiqiao.support.web;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yiqiao.core.decider.Rejection;
import tools.jackson.core.JacksonException;

/** Answers every failure with an RFC 9457 problem: a stable code, and what it means in the reader's language. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemMessages messages;

    Problems(ProblemMessages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        Rejection rejection = refused.rejection();
        return problem(status(rejection.reason()), rejection.code(), rejection.details());
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException unknown) {
        return problem(HttpStatus.UNAUTHORIZED, "access.unauthenticated", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> issuerUnavailable(AuthenticationServiceException outage) {
        log.warn("A token cannot be verified", outage);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "access.issuer-unavailable", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied) {
        return problem(HttpStatus.FORBIDDEN, "access.denied", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidInput invalid) {
        return problem(HttpStatus.BAD_REQUEST, "input.invalid", Map.of("errors", invalid.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(ConstraintViolationException invalid) {
        return invalid(new InvalidInput(invalid.getConstraintViolations().stream()
                .map(violation ->
                        new InvalidInput.FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(InvalidInput.FieldError::field))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(JacksonException unreadable) {
        return switch (unreadable.getCause()) {
            case BodyLimit.Exceeded exceeded -> tooLarge(exceeded);
            case BodyLimit.TooSlow slow -> tooSlow(slow);
            case null, default -> {
                JsonFault fault = JsonFault.of(unreadable);
                yield problem(HttpStatus.BAD_REQUEST, fault.code(), fault.details());
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyLimit.Exceeded exceeded) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "body.too-large", Map.of("limit", exceeded.limit()));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooSlow(BodyLimit.TooSlow slow) {
        return problem(HttpStatus.REQUEST_TIMEOUT, "body.too-slow", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooMany tooMany) {
        ResponseEntity<Object> problem =
                problem(HttpStatus.TOO_MANY_REQUESTS, "rate.exceeded", Map.of("seconds", tooMany.seconds()));
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()))
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> storeUnavailable(MongoException outage) {
        log.error("The document store does not answer", outage);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "store.unavailable", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception unexpected) {
        log.error("Unexpected failure", unexpected);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", Map.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(new InvalidInput(invalid.getFieldErrors().stream()
                .map(error -> new InvalidInput.FieldError(
                        error.getField(), Objects.requireNonNullElse(error.getDefaultMessage(), "")))
                .sorted(Comparator.comparing(InvalidInput.FieldError::field))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "parameter.missing", Map.of("parameter", missing.getParameterName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "parameter.wrong-value",
                Map.of("parameter", Objects.requireNonNullElse(mismatch.getPropertyName(), "")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return switch (unreadable.getCause()) {
            case JacksonException fault -> unreadable(fault);
            case BodyLimit.Exceeded exceeded -> tooLarge(exceeded);
            case BodyLimit.TooSlow slow -> tooSlow(slow);
            case null, default -> problem(HttpStatus.BAD_REQUEST, "body.unreadable", Map.of());
        };
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String code = status instanceof HttpStatus known
                ? "http." + known.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "http." + status.value();
        ResponseEntity<Object> problem = problem(status, code, Map.of());
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    private ResponseEntity<Object> problem(HttpStatusCode status, String code, Map<String, Object> details) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("https://yiqiao.org/problems/" + code));
        problem.setTitle(messages.of(code, details, LocaleContextHolder.getLocale()));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", code);
        properties.putAll(details);
        properties.forEach(problem::setProperty);
        ProblemCode.tell(code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(Rejection.Reason reason) {
        return switch (reason) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
