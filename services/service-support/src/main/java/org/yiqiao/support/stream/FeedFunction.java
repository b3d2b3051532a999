package org.yiqiao.support.stream;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;
import org.yiqiao.core.feed.Feed;

/** A feed as a batch function of Spring Cloud Stream. */
public final class FeedFunction implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private final Feed<?, ?> feed;
    private final Contained contained = Contained.orHalted();

    FeedFunction(Feed<?, ?> feed) {
        this.feed = feed;
    }

    public Feed<?, ?> feed() {
        return feed;
    }

    @Override
    public void accept(Message<List<ConsumerRecord<String, byte[]>>> batch) {
        contained.run(() -> feed.accept(batch.getPayload()));
    }
}
