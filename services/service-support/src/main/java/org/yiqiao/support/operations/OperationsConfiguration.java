package org.yiqiao.support.operations;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.yiqiao.core.feed.DeadLetterReplay;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.support.stream.FeedFunction;

@AutoConfiguration
class OperationsConfiguration {

    @Bean
    FeedOperations feedOperations(List<FeedFunction> functions, Feeds feeds, DeadLetterReplay replay) {
        return new FeedOperations(functions, feeds, replay);
    }
}
