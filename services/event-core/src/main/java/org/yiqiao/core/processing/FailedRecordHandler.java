package org.yiqiao.core.processing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Handles a record that cannot be applied. */
interface FailedRecordHandler {
    void handle(ConsumerRecord<String, byte[]> record, Throwable cause);
}
