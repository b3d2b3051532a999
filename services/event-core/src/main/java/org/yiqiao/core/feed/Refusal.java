package org.yiqiao.core.feed;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with a record that cannot be applied. */
interface Refusal {
    void refuse(ConsumerRecord<String, byte[]> record, Throwable cause);
}
