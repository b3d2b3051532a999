package org.yiqiao.binding.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yiqiao.core.processing.RetryLaterException;

class BatchFailureLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(BatchFailureLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void failureIsOneWarningWithoutRecordsAndGoesOn() {
        RetryLaterException failure = new RetryLaterException("The territory is not known yet");

        assertThatThrownBy(() -> BatchFailureLog.run(List.of(received(0), received(6), received(6)), () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getFormattedMessage())
                    .contains("3 records of yiqiao.grid.v1-0, yiqiao.grid.v1-6", "The territory is not known yet")
                    .doesNotContain("secret");
        });
    }

    @Test
    void successIsNotLogged() {
        BatchFailureLog.run(List.of(received(0)), () -> {});

        assertThat(lines.list).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> received(int partition) {
        return new ConsumerRecord<>("yiqiao.grid.v1", partition, 0, "key", "secret".getBytes(StandardCharsets.UTF_8));
    }
}
