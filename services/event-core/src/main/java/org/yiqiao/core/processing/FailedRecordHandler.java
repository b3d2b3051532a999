package org.yiqiao.core.processing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with a record that cannot be applied. */
interface FailedRecordHandler {
    void handle(ConsumerRecord<String, byte[]> record, Throwable cause);
}
