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
 * Loads the demo town once into an empty data folder. Every call has an idempotency key or a fixed id, so an
 * interrupted load is simply repeated.
 */
public final class DemoTownLoader {

    private static final Logger log = LoggerFactory.getLogger(DemoTownLoader.class);
    private static final String MARKER_FILE = "demo-town-loaded";

    private DemoTownLoader() {}

    /**
     * Loads the demo town, unless it is already loaded or the data folder has another town. A failure is logged and
     * reported; the next start continues the load.
     *
     * @param progress receives messages for the user
     */
    public static void load(
            Path dataDir, Map<PlatformService, URI> addresses, AccessTokenProvider tokens, Consumer<String> progress)
            throws InterruptedException {
        Path marker = dataDir.resolve(MARKER_FILE);
        DemoApiClient client = new DemoApiClient(addresses, tokens);
        try {
            if (Files.exists(marker) || hasAnotherTown(client)) {
                return;
            }
            progress.accept("Loading the demo town (use --yiqiao.demo=false to start without it).");
            new DemoScenario(client, Instant.now()).run();
            Files.createFile(marker);
        } catch (IOException e) {
            log.warn("The demo town was not loaded completely; the next start continues the load", e);
            progress.accept("The demo town could not be loaded: " + e.getMessage());
        }
    }

    private static boolean hasAnotherTown(DemoApiClient client) throws IOException, InterruptedException {
        var features = client.get(PlatformService.GRID_MANAGEMENT, "/api/territory", DemoScenario.OPERATOR)
                .path("features");
        return !features.isEmpty()
                && !features.path(0).path("properties").path("code").asString().equals(DemoTerritory.TOWN);
    }
}
