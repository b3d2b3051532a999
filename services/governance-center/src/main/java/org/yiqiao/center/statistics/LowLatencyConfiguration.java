package org.yiqiao.center.statistics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.stream.LowLatencyBinding;

/** The rows of which people see on the dashboard that they change. */
@Configuration
class LowLatencyConfiguration {

    @Bean
    LowLatencyBinding watchedRequests() {
        return new LowLatencyBinding(RequestRows.class);
    }
}
