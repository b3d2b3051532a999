package org.yiqiao.bench.modulith.requests;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;

/** The process that accepts requests over HTTP. Spring Modulith externalizes events on its asynchronous executor. */
@SpringBootApplication
@EnableAsync
public class RequestsApplication {

    /**
     * With a single thread, the events of an aggregate reach Kafka in the order of their commits. With more threads,
     * they reach it in any order.
     */
    @Bean
    AsyncTaskExecutor applicationTaskExecutor(
            ThreadPoolTaskExecutorBuilder executor, @Value("${peer.externalizing-threads}") int threads) {
        return executor.corePoolSize(threads)
                .maxPoolSize(threads)
                .threadNamePrefix("externalize-")
                .build();
    }
}
