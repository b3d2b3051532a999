package org.yiqiao.support.web;

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
import org.yiqiao.support.secrets.Pepper;
import org.yiqiao.support.spine.YiqiaoProperties;
import tools.jackson.databind.json.JsonMapper;

/** The edge of a service. */
@AutoConfiguration
@Import(Problems.class)
class WebConfiguration {

    @Bean
    ProblemMessages problemMessages(YiqiaoProperties yiqiao) {
        return new ProblemMessages(yiqiao.service());
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ObjectProvider<LargeBody> exceptions) {
        return new FilterRegistrationBean<>(new BodyLimit(exceptions.stream().toList()));
    }

    @Bean
    Turnstile turnstile(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new Turnstile(problems);
    }

    @Bean
    CommandEdge commandEdge(JsonMapper json, Validator validator, Pepper fingerprints) {
        return new CommandEdge(json, validator, fingerprints);
    }

    @Bean
    CommandDocumentation commandDocumentation(YiqiaoProperties yiqiao) {
        return new CommandDocumentation(yiqiao.service());
    }

    @Bean
    ResourceEndpoints resourceEndpoints(
            List<Resource<?, ?, ?>> resources,
            CommandEdge edge,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new ResourceEndpoints(resources, edge, requestMappingHandlerMapping);
    }
}
