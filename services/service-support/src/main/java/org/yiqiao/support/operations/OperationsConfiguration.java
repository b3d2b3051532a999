package org.yiqiao.support.operations;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.yiqiao.binding.runtime.KafkaClientSettings;
import org.yiqiao.binding.stream.EventProcessorFunction;
import org.yiqiao.core.processing.DeadLetterReplay;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.RebuildJobs;

@AutoConfiguration
class OperationsConfiguration {

    @Bean
    RebuildJobs rebuildJobs(EventProcessorFactory feeds, KafkaClientSettings kafka, Clock clock) {
        return new RebuildJobs(feeds, kafka.properties(), clock);
    }

    @Bean
    EventHandlerController eventHandlerController(
            List<EventProcessorFunction> functions,
            EventProcessorFactory feeds,
            DeadLetterReplay replay,
            RebuildJobs rebuilds) {
        return new EventHandlerController(functions, feeds, replay, rebuilds);
    }
}
