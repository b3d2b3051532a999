package org.yiqiao.edge.headers;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.yiqiao.edge.openapi.ApiDocumentProperties;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.edge.web.FilterOrder;

/** Registers the filters for security headers and CORS. */
@AutoConfiguration
@EnableConfigurationProperties({CorsProperties.class, ApiDocumentProperties.class})
class ResponseHeaderConfiguration {

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter(ApiDocumentProperties apiDocument) {
        FilterRegistrationBean<SecurityHeadersFilter> filter =
                new FilterRegistrationBean<>(new SecurityHeadersFilter(apiDocument.issuerOrigin()));
        filter.setOrder(FilterOrder.SECURITY_HEADERS);
        return filter;
    }

    /** Runs before authentication, since the preflight request of a browser carries no token. */
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilterRegistration(CorsProperties cors) {
        FilterRegistrationBean<CorsFilter> filter =
                new FilterRegistrationBean<>(new CorsFilter(corsConfigurationSource(cors)));
        filter.setOrder(FilterOrder.CORS);
        return filter;
    }

    private static UrlBasedCorsConfigurationSource corsConfigurationSource(CorsProperties cors) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(cors.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH,
                CommandHttpAdapter.IDEMPOTENCY_KEY,
                "X-Purpose",
                "traceparent"));
        allowed.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", allowed);
        return source;
    }
}
