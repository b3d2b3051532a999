package org.yiqiao.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.yiqiao.contracts.PlatformService;

/**
 * The addresses of the built-in token issuer.
 *
 * @param issuer address for browsers
 * @param internalUri address for the services
 * @param pages possible addresses of the governance center's page, as seen by browsers; empty if the command line
 *     specifies them
 * @param apiPages possible addresses of the services; people sign in on their pages of Swagger UI
 */
record TokenIssuerAddresses(int port, String issuer, String internalUri, Set<String> pages, Set<String> apiPages) {

    /** The name of the token issuer in settings, alongside the names of the services. */
    static final String SERVICE_NAME = "identity";

    private static final int PORT = 8084;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt.";

    /** Returns the settings; empty if the command line configures another source of trusted tokens. */
    static Optional<TokenIssuerAddresses> of(String[] args, StandaloneSettings settings) {
        SimpleCommandLinePropertySource commandLine = new SimpleCommandLinePropertySource(args);
        boolean externalIssuer = Stream.of("issuer-uri", "jwk-set-uri", "public-key-location")
                .anyMatch(setting -> commandLine.containsProperty(TOKENS + setting));
        return externalIssuer ? Optional.empty() : Optional.of(builtIn(commandLine, settings));
    }

    private static TokenIssuerAddresses builtIn(
            SimpleCommandLinePropertySource commandLine, StandaloneSettings settings) {
        int requestedPort = StandaloneSettings.port(commandLine, SERVICE_NAME, PORT);
        int port = requestedPort == 0 ? PortAvailability.findFree(settings.address()) : requestedPort;
        String host = browserHost(settings.address());
        String baseUri = "http://" + host + ":" + port;
        Set<String> pages = new LinkedHashSet<>();
        if (!isConfigured(commandLine, "yiqiao.identity.pages")) {
            int center = settings.ports().getOrDefault(PlatformService.GOVERNANCE_CENTER, 0);
            pages.add("http://" + host + ":" + center);
            pages.add("http://localhost:" + center);
        }
        Set<String> apiPages = new LinkedHashSet<>();
        if (!isConfigured(commandLine, "yiqiao.identity.api-pages")) {
            for (PlatformService service : PlatformService.values()) {
                int servicePort = settings.ports().getOrDefault(service, 0);
                apiPages.add("http://" + host + ":" + servicePort);
                apiPages.add("http://localhost:" + servicePort);
            }
        }
        return new TokenIssuerAddresses(
                port,
                StandaloneSettings.stringValue(commandLine, "yiqiao.identity.issuer", baseUri),
                baseUri,
                pages,
                apiPages);
    }

    /** Returns whether a list, or an element of it, is set on the command line. */
    private static boolean isConfigured(SimpleCommandLinePropertySource commandLine, String list) {
        return Stream.of(commandLine.getPropertyNames()).anyMatch(name -> name.startsWith(list));
    }

    /** Returns the properties that let a service trust and call the token issuer. */
    Map<String, String> serviceProperties() {
        return Map.of(
                TOKENS + "issuer-uri",
                issuer,
                TOKENS + "jwk-set-uri",
                internalUri + "/oauth2/jwks",
                "yiqiao.sign-in.internal-issuer",
                internalUri);
    }

    Map<String, String> identityProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", Integer.toString(port));
        properties.put("yiqiao.identity.issuer", issuer);
        if (!apiPages.isEmpty()) {
            properties.put("yiqiao.identity.api-pages", String.join(",", apiPages));
        }
        if (!pages.isEmpty()) {
            properties.put("yiqiao.identity.pages", String.join(",", pages));
        }
        return properties;
    }

    /** Returns the host in addresses for browsers on this machine, for an address on which the program listens. */
    static String browserHost(String address) {
        return resolve(address).isAnyLocalAddress() ? LOOPBACK : address;
    }

    /** Returns whether only this machine can connect to the address. */
    static boolean isLoopback(String address) {
        return resolve(address).isLoopbackAddress();
    }

    private static InetAddress resolve(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new StartupException("--server.address=" + address + " is not an address of this machine.", e);
        }
    }
}
