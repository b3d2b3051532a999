package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.ServletWebRequest;
import org.yiqiao.contracts.PlatformService;

class ProblemExceptionHandlerTest {

    private final ProblemExceptionHandler handler =
            new ProblemExceptionHandler(new ProblemMessages(PlatformService.RESIDENT_REQUESTS));
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
}
