package org.yiqiao.edge.headers;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call a service from a page of another origin.
 *
 * @param allowedOrigins such as {@code https://town.example}; none unless configured
 */
@ConfigurationProperties("yiqiao.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {}
