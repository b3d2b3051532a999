package org.yiqiao.center.measures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiqiao.support.stream.WatchedFeed;

/** The rows of which people see on the dashboard that they change. */
@Configuration
class WatchedRows {

    @Bean
    WatchedFeed watchedRequests() {
        return new WatchedFeed(RequestRows.class);
    }
}
