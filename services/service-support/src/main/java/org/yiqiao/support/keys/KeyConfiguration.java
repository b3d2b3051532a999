package org.yiqiao.support.keys;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.yiqiao.support.access.AccessCustomizer;
import org.yiqiao.support.secrets.Pepper;
import org.yiqiao.support.spine.YiqiaoProperties;
import org.yiqiao.support.web.EdgeOrder;
import org.yiqiao.support.web.Turnstile;

/** Keys of a service that takes them. */
@AutoConfiguration
@ConditionalOnBean(KeyedApi.class)
@EnableConfigurationProperties(KeyProperties.class)
class KeyConfiguration {

    @Bean
    ApiKeys apiKeys(MongoDatabase database, KeyProperties keys, YiqiaoProperties yiqiao) {
        Path kept = yiqiao.dataDir().resolve("keys").resolve(yiqiao.service().id() + ".pepper");
        return new ApiKeys(database, Pepper.of(keys.pepper(), kept));
    }

    @Bean
    KeyController keyController(ApiKeys keys, KeyedApi api, Clock clock) {
        return new KeyController(keys, api, clock);
    }

    @Bean
    FilterRegistrationBean<HiddenKey> hiddenKey() {
        FilterRegistrationBean<HiddenKey> filter = new FilterRegistrationBean<>(new HiddenKey());
        filter.setOrder(EdgeOrder.HEADERS);
        return filter;
    }

    @Bean
    AccessCustomizer keyAuthentication(ApiKeys keys, KeyedApi api, Turnstile turnstile) {
        return http ->
                http.addFilterBefore(new KeyAuthentication(keys, api, turnstile), AnonymousAuthenticationFilter.class);
    }
}
