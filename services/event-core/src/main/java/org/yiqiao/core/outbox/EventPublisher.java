package org.yiqiao.core.outbox;

import java.util.List;
import java.util.Map;

/** Publishes events to the event log. */
public interface EventPublisher extends AutoCloseable {

    /**
     * Sends the batches, each in order, and waits until the broker has acknowledged them. After an event that could not
     * be sent, nothing more of its batch is sent.
     *
     * @return for each aggregate id, the sequence number up to which all events are acknowledged; absent if none is
     */
    Map<String, Long> publish(List<OutboxBatch> batches);

    @Override
    void close();
}
