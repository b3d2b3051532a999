package org.yiqiao.support.operations;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.yiqiao.binding.runtime.KafkaClientSettings;
import org.yiqiao.binding.stream.EventProcessorFunction;
import org.yiqiao.core.processing.DeadLetterReplay;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.RebuildService;

@AutoConfiguration
class EventHandlerOperationsConfiguration {

    @Bean
    RebuildService rebuildJobs(EventProcessorFactory processorFactory, KafkaClientSettings kafka, Clock clock) {
        return new RebuildService(processorFactory, kafka.properties(), clock);
    }

    @Bean
    EventHandlerController eventHandlerController(
            List<EventProcessorFunction> functions,
            EventProcessorFactory processorFactory,
            DeadLetterReplay deadLetterReplay,
            RebuildService rebuildJobs) {
        return new EventHandlerController(functions, processorFactory, deadLetterReplay, rebuildJobs);
    }
}
