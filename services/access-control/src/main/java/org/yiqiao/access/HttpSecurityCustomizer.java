package org.yiqiao.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * Adds an authentication mechanism to a service, beside bearer tokens. Called last, after all other security settings.
 */
@FunctionalInterface
public interface HttpSecurityCustomizer {

    void customize(HttpSecurity http);
}
