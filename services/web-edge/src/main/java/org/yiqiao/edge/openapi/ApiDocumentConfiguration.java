package org.yiqiao.edge.openapi;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.edge.web.AggregateEndpoints;
import org.yiqiao.edge.web.ProblemMessages;
import tools.jackson.databind.json.JsonMapper;

/** Registers the customizer of the API document. */
@AutoConfiguration
@EnableConfigurationProperties(ApiDocumentProperties.class)
class ApiDocumentConfiguration {

    @Bean
    ApiDocumentCustomizer apiDocumentCustomizer(
            ServiceProperties yiqiao,
            JsonMapper json,
            ProblemMessages messages,
            AccessPolicy policy,
            ApiDocumentProperties properties) {
        return new ApiDocumentCustomizer(
                yiqiao.service(), json, messages, policy, properties, AggregateEndpoints.CLASSES);
    }
}
