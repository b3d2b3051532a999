package org.yiqiao.core.outbox;

import java.util.List;
import java.util.Map;

/** Brings events into the log. */
public interface EventPublisher extends AutoCloseable {

    /**
     * Sends the batches, each in its order, and waits until the broker has acknowledged them. Of a batch it sends
     * nothing after an event that could not be sent.
     *
     * @return for each aggregate the seq up to which all is acknowledged; absent if nothing is
     */
    Map<String, Long> publish(List<OutboxBatch> batches);

    @Override
    void close();
}
