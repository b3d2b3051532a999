package org.yiqiao.core.processing;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;

/** Tells what passes by itself, so that the batch is to come again, from what a record brought about and always would. */
final class TransientFailures {

    private TransientFailures() {}

    /** Returns if the cause is poison. */
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
