package org.yiqiao.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.PlatformService;

/**
 * Loads the demo town once into an empty data folder. Every call has an idempotency key or an id of its own, so a load
 * that was interrupted is simply done again.
 */
public final class DemoTownLoader {

    private static final Logger log = LoggerFactory.getLogger(DemoTownLoader.class);
    private static final String MARKER_FILE = "demo-town-loaded";

    private DemoTownLoader() {}

    public static void load(
            Path dataDir, Map<PlatformService, URI> addresses, TokenProvider credentials, Consumer<String> say)
            throws InterruptedException {
        Path mark = dataDir.resolve(MARKER_FILE);
        DemoClient client = new DemoClient(addresses, credentials);
        try {
            if (Files.exists(mark) || hasAnotherTown(client)) {
                return;
            }
            say.accept("Loading the demo town (start with --yiqiao.demo=false to begin empty).");
            new DemoScenario(client, Instant.now()).run();
            Files.createFile(mark);
        } catch (IOException e) {
            log.warn("The demo town was not loaded whole; the next start goes on with it", e);
            say.accept("The demo town could not be loaded: " + e.getMessage());
        }
    }

    private static boolean hasAnotherTown(DemoClient client) throws IOException, InterruptedException {
        var features = client.get(PlatformService.GRID_MANAGEMENT, "/api/territory", DemoScenario.OPERATOR)
                .path("features");
        return !features.isEmpty()
                && !features.path(0).path("properties").path("code").asString().equals(DemoTerritory.TOWN);
    }
}
