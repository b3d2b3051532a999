package org.yiqiao.binding.stream;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a batch that failed and is delivered again, in one line without its records. Such a failure is routine: the
 * store or the broker is unavailable, or another event has to come first. The stack trace is logged at level debug.
 */
final class BatchFailureLog {

    private static final Logger log = LoggerFactory.getLogger(BatchFailureLog.class);

    private BatchFailureLog() {}

    /** Runs the handler of a batch, and logs its failure before the exception goes on. */
    static void run(List<ConsumerRecord<String, byte[]>> batch, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            log.warn("Retrying {} later: {}", describe(batch), e.toString());
            log.debug("The failure of the batch", e);
            throw e;
        }
    }

    /** Returns the number of records and their partitions, such as {@code 3 records of yiqiao.grid.v1-0}. */
    private static String describe(List<ConsumerRecord<String, byte[]>> batch) {
        return batch.stream()
                .map(sent -> sent.topic() + "-" + sent.partition())
                .distinct()
                .sorted()
                .collect(Collectors.joining(
                        ", ", batch.size() == 1 ? "1 record of " : batch.size() + " records of ", ""));
    }
}
