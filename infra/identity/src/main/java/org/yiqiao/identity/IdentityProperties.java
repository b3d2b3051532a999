package org.yiqiao.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of identity beside its accounts.
 *
 * @param issuer the address under which browsers reach it; tokens name it
 * @param folder where it keeps its key and the accounts that it made
 * @param pages where the governance center's page may be, as browsers see it: {@code http://127.0.0.1:8080}
 * @param tokenLifetime how long an access token is good
 */
@ConfigurationProperties("yiqiao.identity")
public record IdentityProperties(String issuer, Path folder, List<URI> pages, Duration tokenLifetime) {}
