package org.yiqiao.audit;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiqiao.edge.web.FilterOrder;

/** The audit of a service: every write passes it, and auditors read it. */
@AutoConfiguration
class AuditConfiguration {

    @Bean
    AuditChainRepository auditChainRepository(MongoDatabase database) {
        return new AuditChainRepository(database);
    }

    @Bean
    AuditRecorder auditRecorder(AuditChainRepository auditLog, Clock clock) {
        return new AuditRecorder(auditLog, clock);
    }

    @Bean
    AuditController auditController(AuditChainRepository auditLog, Clock clock) {
        return new AuditController(auditLog, new AuditVerificationService(auditLog, clock));
    }

    @Bean
    PersonalDataReadAudit personalDataReadAudit(AuditRecorder trail, Clock clock) {
        return new PersonalDataReadAudit(trail, clock);
    }

    @Bean
    FilterRegistrationBean<RefusedRequestAuditFilter> refusedRequestAuditFilter(
            AuditRecorder trail, Clock clock, MeterRegistry meters) {
        FilterRegistrationBean<RefusedRequestAuditFilter> filter =
                new FilterRegistrationBean<>(new RefusedRequestAuditFilter(trail, clock, meters));
        filter.setOrder(FilterOrder.AUDIT);
        return filter;
    }

    @Bean
    WebMvcConfigurer auditWebMvcConfigurer(AuditRecorder trail, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AuditInterceptor(trail, clock))
                        .addPathPatterns("/api/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
