package org.yiqiao.identity.accounts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The configured accounts, by name. */
@ConfigurationProperties("yiqiao.identity")
record AccountProperties(@DefaultValue Map<String, Entry> accounts) {

    record Entry(
            @Nullable String id,
            @Nullable String password,
            @DefaultValue List<String> posts,
            @DefaultValue("sign-in") Set<Account.Use> uses) {}
}
