package org.yiqiao.edge.limits;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.yiqiao.edge.web.FilterOrder;
import org.yiqiao.edge.web.FilterProblemResponder;

/** Registers the rate limits of a service as filters before and after authentication. */
@AutoConfiguration
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitConfiguration {

    @Bean
    @ConditionalOnProperty(name = "yiqiao.limits.enabled", matchIfMissing = true)
    FilterRegistrationBean<AddressRateLimitFilter> addressRateLimitFilter(
            RateLimitProperties limits, FilterProblemResponder problemResponder) {
        FilterRegistrationBean<AddressRateLimitFilter> filter =
                new FilterRegistrationBean<>(new AddressRateLimitFilter(limits.address(), problemResponder));
        filter.setOrder(FilterOrder.ADDRESS_RATE_LIMIT);
        return filter;
    }

    @Bean
    @ConditionalOnProperty(name = "yiqiao.limits.enabled", matchIfMissing = true)
    FilterRegistrationBean<CallerRateLimitFilter> callerRateLimitFilter(
            RateLimitProperties limits, FilterProblemResponder problemResponder) {
        FilterRegistrationBean<CallerRateLimitFilter> filter =
                new FilterRegistrationBean<>(new CallerRateLimitFilter(limits, problemResponder));
        filter.setOrder(FilterOrder.CALLER_RATE_LIMIT);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyDrainCustomizer() {
        return tomcat -> tomcat.addEngineValves(new RequestBodyDrainValve());
    }
}
