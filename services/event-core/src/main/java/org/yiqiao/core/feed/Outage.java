package org.yiqiao.core.feed;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;

/** Tells what passes by itself, so that the batch is to come again, from what a record brought about and always would. */
final class Outage {

    private Outage() {}

    /** Returns if the cause is poison. */
    static void rethrow(Throwable cause) {
        switch (cause) {
            case MongoException store -> throw store;
            case KafkaException broker -> throw broker;
            case NotNow later -> throw later;
            case DeadLetters.NotDelivered letters -> throw letters;
            default -> {}
        }
    }
}
