package org.yiqiao.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Another way in to a service, beside bearer tokens; called last, when all the rest is set. */
@FunctionalInterface
public interface HttpSecurityCustomizer {

    void customize(HttpSecurity http);
}
