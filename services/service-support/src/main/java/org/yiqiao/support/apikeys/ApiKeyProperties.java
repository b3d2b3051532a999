package org.yiqiao.support.apikeys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of API keys.
 *
 * @param pepper secret of at least 32 characters, the same for all instances of a service; if null, the service
 *     generates a pepper and keeps it in a file in its data directory
 */
@ConfigurationProperties("yiqiao.keys")
record ApiKeyProperties(@Nullable String pepper) {}
