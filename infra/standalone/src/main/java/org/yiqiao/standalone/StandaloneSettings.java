package org.yiqiao.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.yiqiao.contracts.PlatformService;

/**
 * What the command line and the environment say.
 *
 * @param brokerPort 0 for any free one
 * @param mongodbUri a MongoDB to use instead of the embedded store
 * @param bootstrapServers a Kafka to use instead of the embedded broker
 */
public record StandaloneSettings(
        Path dataDir,
        boolean demo,
        String address,
        Map<PlatformService, Integer> ports,
        int brokerPort,
        int storePort,
        Optional<String> mongodbUri,
        Optional<String> bootstrapServers) {

    private static final String MONGODB_URI = "MONGODB_URI";
    private static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

    /** The environment variables that name servers to use instead of the embedded ones. */
    public static final Set<String> EXTERNAL_SERVER_VARIABLES = Set.of(MONGODB_URI, BOOTSTRAP_SERVERS);

    public static StandaloneSettings of(String[] args) {
        var line = new SimpleCommandLinePropertySource(args);
        return new StandaloneSettings(
                Path.of(stringValue(line, "yiqiao.data-dir", "./data"))
                        .toAbsolutePath()
                        .normalize(),
                Boolean.parseBoolean(stringValue(line, "yiqiao.demo", "true")),
                stringValue(line, "server.address", "127.0.0.1"),
                Map.of(
                        PlatformService.GOVERNANCE_CENTER, port(line, PlatformService.GOVERNANCE_CENTER.id(), 8080),
                        PlatformService.GRID_MANAGEMENT, port(line, PlatformService.GRID_MANAGEMENT.id(), 8081),
                        PlatformService.RESIDENT_REQUESTS, port(line, PlatformService.RESIDENT_REQUESTS.id(), 8082),
                        PlatformService.SOCIAL_ORGANIZATIONS,
                                port(line, PlatformService.SOCIAL_ORGANIZATIONS.id(), 8083)),
                port(line, "kafka", 9092),
                port(line, "mongodb", 27017),
                Optional.ofNullable(System.getenv(MONGODB_URI)),
                Optional.ofNullable(System.getenv(BOOTSTRAP_SERVERS)));
    }

    static String stringValue(SimpleCommandLinePropertySource line, String name, String otherwise) {
        String given = line.getProperty(name);
        return given == null ? otherwise : given;
    }

    static int port(SimpleCommandLinePropertySource line, String of, int otherwise) {
        String given = stringValue(line, "yiqiao.ports." + of, Integer.toString(otherwise));
        try {
            int port = Integer.parseInt(given);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartupException(
                    "--yiqiao.ports." + of + "=" + given + " is no port: it has to be a number up to 65535.", e);
        }
        throw new StartupException(
                "--yiqiao.ports." + of + "=" + given + " is no port: it has to be a number up to 65535.");
    }
}
