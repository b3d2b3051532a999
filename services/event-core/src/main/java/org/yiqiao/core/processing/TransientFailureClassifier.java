package org.yiqiao.core.processing;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;

/**
 * Separates transient failures (store or broker unavailable), after which the batch is redelivered, from failures
 * caused by the record itself, which would recur on every retry.
 */
final class TransientFailureClassifier {

    private TransientFailureClassifier() {}

    /** Rethrows a transient failure; returns if the record itself caused the failure. */
    static void rethrowIfTransient(Throwable cause) {
        switch (cause) {
            case MongoException store -> throw store;
            case KafkaException broker -> throw broker;
            case RetryLaterException later -> throw later;
            case DeadLetterPublisher.DeadLetterPublishException letters -> throw letters;
            default -> {}
        }
    }
}
