package org.yiqiao.support.limits;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.yiqiao.support.web.EdgeOrder;
import org.yiqiao.support.web.Turnstile;

/** The limits of a service, as filters before and behind the one that tells who calls. */
@AutoConfiguration
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    @ConditionalOnProperty(name = "yiqiao.limits.enabled", matchIfMissing = true)
    FilterRegistrationBean<AddressLimit> addressLimit(LimitProperties limits, Turnstile turnstile) {
        FilterRegistrationBean<AddressLimit> filter =
                new FilterRegistrationBean<>(new AddressLimit(limits.address(), turnstile));
        filter.setOrder(EdgeOrder.ADDRESS);
        return filter;
    }

    @Bean
    @ConditionalOnProperty(name = "yiqiao.limits.enabled", matchIfMissing = true)
    FilterRegistrationBean<CallerLimit> callerLimit(LimitProperties limits, Turnstile turnstile) {
        FilterRegistrationBean<CallerLimit> filter = new FilterRegistrationBean<>(new CallerLimit(limits, turnstile));
        filter.setOrder(EdgeOrder.CALLER);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies() {
        return tomcat -> tomcat.addEngineValves(new UnreadBody());
    }
}
