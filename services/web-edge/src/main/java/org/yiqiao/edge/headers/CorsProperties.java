package org.yiqiao.edge.headers;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The origins from which a browser page can call a service.
 *
 * @param allowedOrigins origins such as {@code https://town.example}; none by default
 */
@ConfigurationProperties("yiqiao.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {}
