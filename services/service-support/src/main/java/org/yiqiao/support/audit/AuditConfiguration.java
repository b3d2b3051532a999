package org.yiqiao.support.audit;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiqiao.support.web.EdgeOrder;

/** The audit of a service: every write passes it, and auditors read it. */
@AutoConfiguration
class AuditConfiguration {

    @Bean
    AuditLog auditLog(MongoDatabase database) {
        return new AuditLog(database);
    }

    @Bean
    AuditTrail auditTrail(AuditLog auditLog, Clock clock) {
        return new AuditTrail(auditLog, clock);
    }

    @Bean
    AuditController auditController(AuditLog auditLog, Clock clock) {
        return new AuditController(auditLog, new Verifications(auditLog, clock));
    }

    @Bean
    AuditedReads auditedReads(AuditTrail trail, Clock clock) {
        return new AuditedReads(trail, clock);
    }

    @Bean
    FilterRegistrationBean<AuditOutcome> auditOutcome(AuditTrail trail, Clock clock, MeterRegistry meters) {
        FilterRegistrationBean<AuditOutcome> filter =
                new FilterRegistrationBean<>(new AuditOutcome(trail, clock, meters));
        filter.setOrder(EdgeOrder.AUDIT);
        return filter;
    }

    @Bean
    WebMvcConfigurer auditBefore(AuditTrail trail, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AuditBefore(trail, clock))
                        .addPathPatterns("/api/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
