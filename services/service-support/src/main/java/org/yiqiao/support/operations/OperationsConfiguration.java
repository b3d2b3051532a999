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
    RebuildJobs rebuildJobs(EventProcessorFactory processorFactory, KafkaClientSettings kafka, Clock clock) {
        return new RebuildJobs(processorFactory, kafka.properties(), clock);
    }

    @Bean
    EventHandlerController eventHandlerController(
            List<EventProcessorFunction> functions,
            EventProcessorFactory processorFactory,
            DeadLetterReplay deadLetterReplay,
            RebuildJobs rebuildJobs) {
        return new EventHandlerController(functions, processorFactory, deadLetterReplay, rebuildJobs);
    }
}
