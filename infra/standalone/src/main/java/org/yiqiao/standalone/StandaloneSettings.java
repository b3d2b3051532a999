package org.yiqiao.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.yiqiao.contracts.PlatformService;

/**
 * The settings of the standalone program, from the command line and the environment.
 *
 * @param ports HTTP port of each service; 0 selects any free port
 * @param brokerPort 0 selects any free port
 * @param storePort 0 selects any free port
 * @param mongodbUri URI of a MongoDB that replaces the embedded store
 * @param bootstrapServers addresses of a Kafka cluster that replaces the embedded broker
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

    private static final String DATA_DIR = "--yiqiao.data-dir=";
    private static final String MONGODB_URI = "MONGODB_URI";
    private static final String BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

    /** Environment variables with the addresses of servers that replace the embedded ones. */
    public static final Set<String> EXTERNAL_SERVER_VARIABLES = Set.of(MONGODB_URI, BOOTSTRAP_SERVERS);

    /** @throws StartupException if a port is not a number from 0 to 65535 */
    public static StandaloneSettings of(String[] args) {
        var commandLine = new SimpleCommandLinePropertySource(args);
        return new StandaloneSettings(
                dataDir(args),
                Boolean.parseBoolean(stringValue(commandLine, "yiqiao.demo", "true")),
                stringValue(commandLine, "server.address", "127.0.0.1"),
                Map.of(
                        PlatformService.GOVERNANCE_CENTER,
                                port(commandLine, PlatformService.GOVERNANCE_CENTER.id(), 8080),
                        PlatformService.GRID_MANAGEMENT, port(commandLine, PlatformService.GRID_MANAGEMENT.id(), 8081),
                        PlatformService.RESIDENT_REQUESTS,
                                port(commandLine, PlatformService.RESIDENT_REQUESTS.id(), 8082),
                        PlatformService.SOCIAL_ORGANIZATIONS,
                                port(commandLine, PlatformService.SOCIAL_ORGANIZATIONS.id(), 8083)),
                port(commandLine, "kafka", 9092),
                port(commandLine, "mongodb", 27017),
                Optional.ofNullable(System.getenv(MONGODB_URI)),
                Optional.ofNullable(System.getenv(BOOTSTRAP_SERVERS)));
    }

    /**
     * Returns the data folder. Does not use Spring, which creates loggers: the log lies in this folder, so the folder
     * is determined before the first logger exists.
     */
    public static Path dataDir(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(DATA_DIR))
                .map(arg -> Path.of(arg.substring(DATA_DIR.length())))
                .findFirst()
                .orElse(Path.of("data"))
                .toAbsolutePath()
                .normalize();
    }

    static String stringValue(SimpleCommandLinePropertySource commandLine, String name, String defaultValue) {
        String value = commandLine.getProperty(name);
        return value == null ? defaultValue : value;
    }

    static int port(SimpleCommandLinePropertySource commandLine, String name, int defaultValue) {
        String value = stringValue(commandLine, "yiqiao.ports." + name, Integer.toString(defaultValue));
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartupException(
                    "--yiqiao.ports." + name + "=" + value + " is not a valid port: use a number from 0 to 65535.", e);
        }
        throw new StartupException(
                "--yiqiao.ports." + name + "=" + value + " is not a valid port: use a number from 0 to 65535.");
    }
}
