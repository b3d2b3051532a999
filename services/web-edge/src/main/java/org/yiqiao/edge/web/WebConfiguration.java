package org.yiqiao.edge.web;

import jakarta.validation.Validator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.binding.runtime.ServiceProperties;
import tools.jackson.databind.json.JsonMapper;

/** Configures the HTTP interface of a service. */
@AutoConfiguration
@Import(ProblemExceptionHandler.class)
class WebConfiguration {

    @Bean
    ProblemMessages problemMessages(ServiceProperties yiqiao) {
        return new ProblemMessages(yiqiao.service());
    }

    @Bean
    StrictJsonCustomizer strictJsonCustomizer() {
        return new StrictJsonCustomizer();
    }

    @Bean
    FilterRegistrationBean<RequestBodyLimitFilter> bodySizeLimitFilter(ObjectProvider<BodySizeLimit> pathLimits) {
        return new FilterRegistrationBean<>(
                new RequestBodyLimitFilter(pathLimits.stream().toList()));
    }

    @Bean
    FilterProblemResponder filterProblemResponder(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new FilterProblemResponder(problems);
    }

    @Bean
    CommandHttpAdapter commandHttpAdapter(JsonMapper json, Validator validator, Pepper fingerprintPepper) {
        return new CommandHttpAdapter(json, validator, fingerprintPepper);
    }

    @Bean
    CommandOpenApiCustomizer commandOpenApiCustomizer(ServiceProperties yiqiao) {
        return new CommandOpenApiCustomizer(yiqiao.service());
    }

    @Bean
    AggregateEndpointRegistrar aggregateEndpointRegistrar(
            List<AggregateResource<?, ?, ?>> resources,
            CommandHttpAdapter commandAdapter,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new AggregateEndpointRegistrar(resources, commandAdapter, requestMappingHandlerMapping);
    }
}
