package org.yiqiao.edge.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yiqiao.access.RequestAccessScope;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.Rejection;
import tools.jackson.core.JacksonException;

/**
 * Responds to every failure with an RFC 9457 problem: a stable code and a message in the language of the client.
 *
 * <p>A request that cannot be read as the input of its endpoint is answered with 400, and a request with a value that a
 * constraint or a rule refuses with 422. {@code docs/problems.md} lists every code with its status.
 */
@RestControllerAdvice
final class ProblemExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private static final String OUTSIDE_SCOPE = "access.outside-scope";

    private final ProblemResponseFactory responses;

    ProblemExceptionHandler(ProblemResponseFactory responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    ResponseEntity<Object> handleRejection(RejectedException rejected, HttpServletRequest request) {
        Rejection rejection = rejected.rejection();
        return problemResponse(
                RejectionStatus.of(rejection.reason()),
                rejection.code(),
                rejection.code().equals(OUTSIDE_SCOPE)
                        ? rejection.withDetail("scope", scopeOfPosts(request)).details()
                        : rejection.details());
    }

    /** Returns the places and organizations of the caller's posts, as far as they allow the operation. */
    private static String scopeOfPosts(HttpServletRequest request) {
        return RequestAccessScope.of(request) instanceof AccessScope.LimitedAccess(var owners)
                ? owners.stream()
                        .filter(owner -> !Ownership.isPersonOwner(owner))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : "";
    }

    @ExceptionHandler
    ResponseEntity<Object> handleUnauthenticated(AuthenticationException unknown) {
        return problemResponse(HttpStatus.UNAUTHORIZED, "access.unauthenticated", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> handleIssuerUnavailable(AuthenticationServiceException outage) {
        log.warn("A token cannot be verified: the issuer is unavailable", outage);
        return problemResponse(HttpStatus.SERVICE_UNAVAILABLE, "access.issuer-unavailable", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> handleAccessDenied(AccessDeniedException denied) {
        return problemResponse(HttpStatus.FORBIDDEN, "access.denied", Map.of());
    }

    /**
     * Answers a request that the firewall rejected when a header or a parameter was read. The exception contains the
     * rejected value, so it is not logged.
     */
    @ExceptionHandler
    ResponseEntity<Object> handleRejectedRequest(RequestRejectedException rejected) {
        return problemResponse(HttpStatus.BAD_REQUEST, "http.bad-request", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> handleInvalidInput(InvalidInputException invalid) {
        return problemResponse(HttpStatus.UNPROCESSABLE_CONTENT, "input.invalid", Map.of("errors", invalid.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handleInvalidInput(ConstraintViolationException invalid) {
        return handleInvalidInput(new InvalidInputException(invalid.getConstraintViolations().stream()
                .map(violation -> new InvalidInputException.FieldError(
                        violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(InvalidInputException.FieldError::field))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handleUnreadableJson(JacksonException unreadable) {
        return switch (unreadable.getCause()) {
            case RequestBodyLimitFilter.BodyTooLargeException exceeded -> handleBodyTooLarge(exceeded);
            case RequestBodyLimitFilter.BodyTooSlowException slow -> handleBodyTooSlow(slow);
            case null, default -> {
                JsonParseProblem fault = JsonParseProblem.of(unreadable);
                yield problemResponse(fault.status(), fault.code(), fault.details());
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<Object> handleBodyTooLarge(RequestBodyLimitFilter.BodyTooLargeException exceeded) {
        return problemResponse(HttpStatus.CONTENT_TOO_LARGE, "body.too-large", Map.of("limit", exceeded.maxBytes()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handleBodyTooSlow(RequestBodyLimitFilter.BodyTooSlowException slow) {
        return problemResponse(HttpStatus.REQUEST_TIMEOUT, "body.too-slow", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> handleTooManyRequests(TooManyRequestsException exceeded) {
        ResponseEntity<Object> problem = problemResponse(
                HttpStatus.TOO_MANY_REQUESTS, "rate.exceeded", Map.of("seconds", exceeded.retryAfterSeconds()));
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(exceeded.retryAfterSeconds()))
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> handleStoreUnavailable(MongoException outage, HttpServletResponse response) {
        log.error("The document store does not respond", outage);
        if (response.isCommitted()) {
            throw outage;
        }
        return problemResponse(HttpStatus.SERVICE_UNAVAILABLE, "store.unavailable", Map.of());
    }

    /**
     * Answers an unexpected failure. A client that is gone gets no answer. A response that has begun cannot become a
     * problem: the failure then goes on to the server, which cuts the connection. So the client sees the end as a
     * failure.
     */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleUnexpected(Exception unexpected, HttpServletResponse response) throws Exception {
        if (ClientDisconnect.isCauseOf(unexpected)) {
            log.debug("The client closed the connection", unexpected);
            return null;
        }
        log.error("Unexpected failure, {}", ProblemResponseFactory.instance(), unexpected);
        if (response.isCommitted()) {
            throw unexpected;
        }
        return problemResponse(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", Map.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleInvalidInput(new InvalidInputException(invalid.getFieldErrors().stream()
                .map(error -> new InvalidInputException.FieldError(
                        error.getField(), Objects.requireNonNullElse(error.getDefaultMessage(), "")))
                .sorted(Comparator.comparing(InvalidInputException.FieldError::field))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problemResponse(
                HttpStatus.BAD_REQUEST, "parameter.missing", Map.of("parameter", missing.getParameterName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problemResponse(
                HttpStatus.BAD_REQUEST,
                "parameter.wrong-value",
                Map.of(
                        "parameter",
                        Objects.requireNonNullElse(mismatch.getPropertyName(), ""),
                        "allowed",
                        ExpectedInput.ofParameter(mismatch.getRequiredType())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return switch (unreadable.getCause()) {
            case JacksonException fault -> handleUnreadableJson(fault);
            case RequestBodyLimitFilter.BodyTooLargeException exceeded -> handleBodyTooLarge(exceeded);
            case RequestBodyLimitFilter.BodyTooSlowException slow -> handleBodyTooSlow(slow);
            case null, default -> problemResponse(HttpStatus.BAD_REQUEST, "body.unreadable", Map.of());
        };
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (ClientDisconnect.isCauseOf(exception)) {
            log.debug("The client closed the connection", exception);
            return null;
        }
        if (status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.error("Unexpected failure, {}", ProblemResponseFactory.instance(), exception);
        }
        String code = status instanceof HttpStatus known
                ? "http." + known.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "http." + status.value();
        ResponseEntity<Object> problem = problemResponse(status, code, Map.of());
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    private ResponseEntity<Object> problemResponse(HttpStatusCode status, String code, Map<String, Object> details) {
        return responses.create(status, code, details);
    }
}
