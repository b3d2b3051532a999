package org.yiqiao.bench.modulith.requests;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;

/** The process that answers HTTP. Spring Modulith externalizes on its asynchronous executor. */
@SpringBootApplication
@EnableAsync
public class RequestsApplication {

    /** With one thread an aggregate's events reach Kafka in the order of their commits, with more in any. */
    @Bean
    AsyncTaskExecutor applicationTaskExecutor(
            ThreadPoolTaskExecutorBuilder executor, @Value("${peer.externalizing-threads}") int threads) {
        return executor.corePoolSize(threads)
                .maxPoolSize(threads)
                .threadNamePrefix("externalize-")
                .build();
    }
}
