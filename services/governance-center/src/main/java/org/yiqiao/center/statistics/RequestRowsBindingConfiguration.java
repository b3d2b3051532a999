package org.yiqiao.center.statistics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.binding.stream.LowLatencyHandlerBinding;

/** Binds the request rows with low latency, because people watch them change on the dashboard. */
@Configuration
class RequestRowsBindingConfiguration {

    @Bean
    LowLatencyHandlerBinding requestRowsBinding() {
        return new LowLatencyHandlerBinding(RequestRows.class);
    }
}
