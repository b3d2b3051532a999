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

/** Configures the audit of a service, which records every write and serves the entries to auditors. */
@AutoConfiguration
class AuditConfiguration {

    @Bean
    AuditChainRepository auditChainRepository(MongoDatabase database) {
        return new AuditChainRepository(database);
    }

    @Bean
    AuditRecorder auditRecorder(AuditChainRepository repository, Clock clock) {
        return new AuditRecorder(repository, clock);
    }

    @Bean
    AuditController auditController(AuditChainRepository repository, Clock clock) {
        return new AuditController(repository, new AuditVerificationService(repository, clock));
    }

    @Bean
    PersonalDataReadAudit personalDataReadAudit(AuditRecorder recorder, Clock clock) {
        return new PersonalDataReadAudit(recorder, clock);
    }

    @Bean
    FilterRegistrationBean<RefusedRequestAuditFilter> refusedRequestAuditFilter(
            AuditRecorder recorder, Clock clock, MeterRegistry meters) {
        FilterRegistrationBean<RefusedRequestAuditFilter> filter =
                new FilterRegistrationBean<>(new RefusedRequestAuditFilter(recorder, clock, meters));
        filter.setOrder(FilterOrder.AUDIT);
        return filter;
    }

    @Bean
    WebMvcConfigurer auditWebMvcConfigurer(AuditRecorder recorder, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AuditInterceptor(recorder, clock))
                        .addPathPatterns("/api/**")
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
