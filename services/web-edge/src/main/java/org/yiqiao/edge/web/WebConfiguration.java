package org.yiqiao.edge.web;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiqiao.access.PublicPaths;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.json.JsonMapper;

/** Configures the HTTP interface of a service. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@Import(ProblemExceptionHandler.class)
@EnableConfigurationProperties(AddressProperties.class)
class WebConfiguration {

    @Bean
    ProblemMessages problemMessages(ServiceProperties yiqiao) {
        return new ProblemMessages(yiqiao.service());
    }

    @Bean
    ProblemResponseFactory problemResponseFactory(ProblemMessages messages) {
        return new ProblemResponseFactory(messages);
    }

    @Bean
    StrictJsonCustomizer strictJsonCustomizer() {
        return new StrictJsonCustomizer();
    }

    /** Serves the root of every service except the governance center, which has a page of its own there. */
    @Bean
    SimpleUrlHandlerMapping serviceRootMapping(ServiceProperties yiqiao, AddressProperties addresses) {
        return yiqiao.service() == PlatformService.GOVERNANCE_CENTER
                ? new SimpleUrlHandlerMapping(Map.of())
                : new SimpleUrlHandlerMapping(
                        Map.of(
                                "/",
                                new ServiceRootPage(
                                        yiqiao.service(), addresses.find(PlatformService.GOVERNANCE_CENTER, "/"))),
                        Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    PublicPaths serviceRootPath() {
        return new PublicPaths(List.of("/"));
    }

    @Bean
    StrictParameterConfigurer strictParameterConfigurer() {
        return new StrictParameterConfigurer();
    }

    @Bean
    FilterRegistrationBean<RequestBodyLimitFilter> bodySizeLimitFilter(ObjectProvider<BodySizeLimit> pathLimits) {
        return new FilterRegistrationBean<>(
                new RequestBodyLimitFilter(pathLimits.stream().toList()));
    }

    /** Replaces the resolver of Spring, which answers in the language of the machine by default. */
    @Bean
    LocaleResolver localeResolver() {
        return new ResponseLanguageResolver();
    }

    @Bean
    FilterRegistrationBean<MalformedHeaderFilter> malformedHeaderFilter(FilterProblemResponder problemResponder) {
        FilterRegistrationBean<MalformedHeaderFilter> filter =
                new FilterRegistrationBean<>(new MalformedHeaderFilter(problemResponder));
        filter.setOrder(FilterOrder.MALFORMED_HEADERS);
        return filter;
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
    AggregateEndpointRegistrar aggregateEndpointRegistrar(
            List<AggregateResource<?, ?, ?>> resources,
            CommandHttpAdapter commandAdapter,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new AggregateEndpointRegistrar(resources, commandAdapter, requestMappingHandlerMapping);
    }
}
