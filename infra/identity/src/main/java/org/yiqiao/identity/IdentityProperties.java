package org.yiqiao.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of identity, except for its accounts.
 *
 * @param issuer the address at which browsers reach identity; tokens contain it as their issuer
 * @param folder where identity keeps its signing key and the accounts that it creates
 * @param pages the possible addresses of the governance center's page, as browsers see them:
 *     {@code http://127.0.0.1:8080}
 * @param apiPages the possible addresses of the services; people sign in on their pages of Swagger UI
 * @param tokenLifetime how long an access token is valid
 */
@ConfigurationProperties("yiqiao.identity")
public record IdentityProperties(
        String issuer, Path folder, List<URI> pages, List<URI> apiPages, Duration tokenLifetime) {}
