package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.yiqiao.contracts.PlatformService;

class ProblemExceptionHandlerTest {

    private final ProblemExceptionHandler handler = new ProblemExceptionHandler(
            new ProblemResponseFactory(new ProblemMessages(PlatformService.RESIDENT_REQUESTS)));
    private final ServletWebRequest request = new ServletWebRequest(new MockHttpServletRequest());
    private final Logger logger = (Logger) LoggerFactory.getLogger(ProblemExceptionHandler.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
    }

    @Test
    void internalErrorOfSpringIsLogged() throws Exception {
        ResponseEntity<Object> response = Objects.requireNonNull(
                handler.handleException(new HttpMessageNotWritableException("no converter"), request));

        assertThat(response.getStatusCode().value()).isEqualTo(500);
        assertThat(logged.list).singleElement().satisfies(line -> assertThat(
                        line.getThrowableProxy().getMessage())
                .isEqualTo("no converter"));
    }

    @Test
    void faultOfTheClientIsNotLogged() throws Exception {
        handler.handleException(new HttpMediaTypeNotAcceptableException("never"), request);

        assertThat(logged.list).isEmpty();
    }

    @Test
    void valueThatTheFirewallRejectsIsNeitherAnsweredNorLogged() {
        ResponseEntity<Object> response = handler.handleRejectedRequest(
                new RequestRejectedException("The header \"X-Purpose\" has the value \"wang\""));

        assertThat(response.getStatusCode().value()).isEqualTo(400);
        assertThat(String.valueOf(response.getBody())).doesNotContain("wang");
        assertThat(logged.list).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsAProblemWithATitleAndADetail(Exception failure, int status, String code) throws Exception {
        ResponseEntity<Object> response = Objects.requireNonNull(answer(failure));

        ProblemDetail problem = (ProblemDetail) Objects.requireNonNull(response.getBody());
        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(problem.getStatus()).isEqualTo(status);
        assertThat(problem.getProperties()).containsEntry("code", code);
        assertThat(problem.getType()).hasToString("https://yiqiao.org/problems/" + code);
        assertThat(problem.getTitle()).isNotBlank().isNotEqualTo(code);
        assertThat(problem.getDetail()).isNotBlank().isNotEqualTo(code).isNotEqualTo(problem.getTitle());
        assertThat(response.getHeaders().getFirst("Content-Language")).isEqualTo("en");
    }

    private @Nullable ResponseEntity<Object> answer(Exception failure) throws Exception {
        MockHttpServletResponse open = new MockHttpServletResponse();
        return switch (failure) {
            case MongoException outage -> handler.handleStoreUnavailable(outage, open);
            case AuthenticationServiceException outage -> handler.handleIssuerUnavailable(outage);
            case RequestBodyLimitFilter.BodyTooSlowException slow -> handler.handleBodyTooSlow(slow);
            case IllegalStateException unexpected -> handler.handleUnexpected(unexpected, open);
            default -> handler.handleException(failure, request);
        };
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ResponseStatusException(HttpStatus.BAD_REQUEST), 400, "http.bad-request"),
                Arguments.of(new NoResourceFoundException(HttpMethod.GET, "/x", "x"), 404, "http.not-found"),
                Arguments.of(new HttpRequestMethodNotSupportedException("PATCH"), 405, "http.method-not-allowed"),
                Arguments.of(new HttpMediaTypeNotAcceptableException("x"), 406, "http.not-acceptable"),
                Arguments.of(new HttpMediaTypeNotSupportedException("x"), 415, "http.unsupported-media-type"),
                Arguments.of(new MaxUploadSizeExceededException(1), 413, "http.content-too-large"),
                Arguments.of(new HttpMessageNotWritableException("x"), 500, "http.internal-server-error"),
                Arguments.of(new AsyncRequestTimeoutException(), 503, "http.service-unavailable"),
                Arguments.of(new MongoException("x"), 503, "store.unavailable"),
                Arguments.of(new AuthenticationServiceException("x"), 503, "access.issuer-unavailable"),
                Arguments.of(new RequestBodyLimitFilter.BodyTooSlowException(1), 408, "body.too-slow"),
                Arguments.of(new IllegalStateException("x"), 500, "unexpected"));
    }
}
