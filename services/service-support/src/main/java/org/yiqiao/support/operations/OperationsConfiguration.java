package org.yiqiao.support.operations;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.yiqiao.core.feed.DeadLetterReplay;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.feed.Rebuilds;
import org.yiqiao.support.spine.KafkaConnection;
import org.yiqiao.support.stream.FeedFunction;

@AutoConfiguration
class OperationsConfiguration {

    @Bean
    Rebuilds rebuilds(Feeds feeds, KafkaConnection kafka, Clock clock) {
        return new Rebuilds(feeds, kafka.settings(), clock);
    }

    @Bean
    FeedOperations feedOperations(
            List<FeedFunction> functions, Feeds feeds, DeadLetterReplay replay, Rebuilds rebuilds) {
        return new FeedOperations(functions, feeds, replay, rebuilds);
    }
}
