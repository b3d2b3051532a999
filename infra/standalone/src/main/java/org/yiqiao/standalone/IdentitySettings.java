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
 * Where the built-in identity is.
 *
 * @param issuer as browsers reach it
 * @param internalUri as the services reach it
 * @param pages where the governance center's page may be, as browsers see it, unless the command line says it
 */
record IdentitySettings(int port, String issuer, String internalUri, Set<String> pages) {

    /** Its name in settings, beside those of the services. */
    static final String SERVICE_NAME = "identity";

    private static final int PORT = 8084;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt.";

    /** Empty if the command line says whose tokens the services take instead. */
    static Optional<IdentitySettings> of(String[] args, StandaloneSettings settings) {
        SimpleCommandLinePropertySource line = new SimpleCommandLinePropertySource(args);
        boolean another = Stream.of("issuer-uri", "jwk-set-uri", "public-key-location")
                .anyMatch(setting -> line.containsProperty(TOKENS + setting));
        return another ? Optional.empty() : Optional.of(builtIn(line, settings));
    }

    private static IdentitySettings builtIn(SimpleCommandLinePropertySource line, StandaloneSettings settings) {
        int asked = StandaloneSettings.port(line, SERVICE_NAME, PORT);
        int port = asked == 0 ? PortAvailability.findFree(settings.address()) : asked;
        InetAddress address = resolve(settings.address());
        String host = address.isAnyLocalAddress() ? LOOPBACK : settings.address();
        String reachedAt = "http://" + host + ":" + port;
        Set<String> pages = new LinkedHashSet<>();
        if (Stream.of(line.getPropertyNames()).noneMatch(name -> name.startsWith("yiqiao.identity.pages"))) {
            int center = settings.ports().getOrDefault(PlatformService.GOVERNANCE_CENTER, 0);
            pages.add("http://" + host + ":" + center);
            pages.add("http://localhost:" + center);
        }
        return new IdentitySettings(
                port, StandaloneSettings.stringValue(line, "yiqiao.identity.issuer", reachedAt), reachedAt, pages);
    }

    /** What every service is to know of it. */
    Map<String, String> serviceProperties() {
        return Map.of(
                TOKENS + "issuer-uri",
                issuer,
                TOKENS + "jwk-set-uri",
                internalUri + "/oauth2/jwks",
                "yiqiao.sign-in.reached-at",
                internalUri);
    }

    Map<String, String> identityProperties() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("server.port", Integer.toString(port));
        own.put("yiqiao.identity.issuer", issuer);
        if (!pages.isEmpty()) {
            own.put("yiqiao.identity.pages", String.join(",", pages));
        }
        return own;
    }

    /** Whether nobody but this machine can connect. */
    static boolean isLoopback(String address) {
        return resolve(address).isLoopbackAddress();
    }

    private static InetAddress resolve(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new StartupException("--server.address=" + address + " is no address of this machine.", e);
        }
    }
}
