package org.yiqiao.edge.web;

import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes the parsing of query parameters strict. An unknown parameter is rejected, an integer has decimal digits only,
 * and a time is ISO 8601 with an offset. Spring alone also accepts hexadecimal and octal numbers, and milliseconds in
 * place of a time.
 */
final class StrictParameterConfigurer implements WebMvcConfigurer {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    @Override
    public void addFormatters(FormatterRegistry registry) {
        // Types are explicit, because those of a lambda are erased.
        registry.addConverter(String.class, Integer.class, (Converter<String, Integer>)
                text -> Integer.valueOf(requireInteger(text)));
        registry.addConverter(
                String.class, Long.class, (Converter<String, Long>) text -> Long.valueOf(requireInteger(text)));
        registry.addConverter(String.class, Instant.class, (Converter<String, Instant>) Instant::parse);
    }

    /** Unknown parameters are rejected last, after the policy has decided that the caller can call the endpoint. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ContentLanguageInterceptor());
        registry.addInterceptor(new UnknownParameterInterceptor()).order(Ordered.LOWEST_PRECEDENCE);
    }

    private static String requireInteger(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new NumberFormatException("Not a decimal integer");
        }
        return text;
    }
}
