package org.yiqiao.edge.limits;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of a service.
 *
 * @param enabled false only where nothing is to be held up, such as in a measurement
 * @param address what one address may do before it is known who calls
 * @param caller what one caller may do
 * @param callers what some may do instead, by their id: programs that write much
 */
@Validated
@ConfigurationProperties("yiqiao.limits")
public record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @Valid RateLimit address,
        @Valid ReadWriteLimits caller,
        @DefaultValue Map<String, @Valid ReadWriteLimits> callers) {}
