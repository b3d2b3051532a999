package org.yiqiao.edge.limits;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rate limits of a service.
 *
 * @param enabled false only where calls must not be limited, such as in a measurement
 * @param address limit of one address, applied before authentication
 * @param caller limits of one caller
 * @param callers limits by caller id that replace {@code caller}, for programs with many writes
 */
@Validated
@ConfigurationProperties("yiqiao.limits")
public record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @Valid RateLimit address,
        @Valid ReadWriteRateLimits caller,
        @DefaultValue Map<String, @Valid ReadWriteRateLimits> callers) {}
