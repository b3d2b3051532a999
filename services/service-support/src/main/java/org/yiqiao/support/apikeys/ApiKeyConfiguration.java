package org.yiqiao.support.apikeys;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.yiqiao.access.HttpSecurityCustomizer;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.edge.web.FilterOrder;
import org.yiqiao.edge.web.FilterProblemResponder;

/** Configures API keys in a service that accepts them. */
@AutoConfiguration
@ConditionalOnBean(ApiKeyEndpoints.class)
@EnableConfigurationProperties(ApiKeyProperties.class)
class ApiKeyConfiguration {

    @Bean
    ApiKeyRepository apiKeyRepository(MongoDatabase database, ApiKeyProperties keys, ServiceProperties yiqiao) {
        Path pepperFile =
                yiqiao.dataDir().resolve("keys").resolve(yiqiao.service().id() + ".pepper");
        return new ApiKeyRepository(database, Pepper.of(keys.pepper(), pepperFile));
    }

    @Bean
    ApiKeyController apiKeyController(ApiKeyRepository keys, ApiKeyEndpoints api, Clock clock) {
        return new ApiKeyController(keys, api, clock);
    }

    @Bean
    FilterRegistrationBean<ApiKeyHidingFilter> apiKeyExtractionFilter() {
        FilterRegistrationBean<ApiKeyHidingFilter> filter = new FilterRegistrationBean<>(new ApiKeyHidingFilter());
        filter.setOrder(FilterOrder.SECURITY_HEADERS);
        return filter;
    }

    @Bean
    HttpSecurityCustomizer apiKeySecurityCustomizer(
            ApiKeyRepository keys, ApiKeyEndpoints api, FilterProblemResponder problemResponder) {
        return http -> http.addFilterBefore(
                new ApiKeyAuthenticationFilter(keys, api, problemResponder), AnonymousAuthenticationFilter.class);
    }
}
