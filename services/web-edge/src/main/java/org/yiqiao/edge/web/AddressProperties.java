package org.yiqiao.edge.web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yiqiao.contracts.PlatformService;

/**
 * The addresses at which people reach the services, for links and hints.
 *
 * @param addresses address of each service, such as {@code http://127.0.0.1:8080}; a service can be missing
 */
@ConfigurationProperties("yiqiao")
public record AddressProperties(@Nullable Map<PlatformService, URI> addresses) {

    /** Returns the address of a path of a service; empty if the address of the service is unknown. */
    public Optional<URI> find(PlatformService service, String path) {
        return Optional.ofNullable(addresses).map(known -> known.get(service)).map(address -> address.resolve(path));
    }
}
