package org.yiqiao.support.apikeys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of keys.
 *
 * @param pepper secret of at least 32 characters, the same for all instances of a service; without it a service makes one
 *     up and keeps it as a file among its data
 */
@ConfigurationProperties("yiqiao.keys")
record ApiKeyProperties(@Nullable String pepper) {}
