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
import org.yiqiao.contracts.Service;

/**
 * Loads the demo town once into an empty data folder. Every call has an idempotency key or an id of its own, so a load
 * that was interrupted is simply done again.
 */
public final class DemoTown {

    private static final Logger log = LoggerFactory.getLogger(DemoTown.class);
    private static final String MARK = "demo-town-loaded";

    private DemoTown() {}

    public static void load(Path dataDir, Map<Service, URI> addresses, Credentials credentials, Consumer<String> say)
            throws InterruptedException {
        Path mark = dataDir.resolve(MARK);
        DemoClient client = new DemoClient(addresses, credentials);
        try {
            if (Files.exists(mark) || holdsAnotherTown(client)) {
                return;
            }
            say.accept("Loading the demo town (start with --yiqiao.demo=false to begin empty).");
            new DemoLife(client, Instant.now()).happen();
            Files.createFile(mark);
        } catch (IOException e) {
            log.warn("The demo town was not loaded whole; the next start goes on with it", e);
            say.accept("The demo town could not be loaded: " + e.getMessage());
        }
    }

    private static boolean holdsAnotherTown(DemoClient client) throws IOException, InterruptedException {
        var features = client.get(Service.GRID_MANAGEMENT, "/api/territory", DemoLife.OPERATOR)
                .path("features");
        return !features.isEmpty()
                && !features.path(0).path("properties").path("code").asString().equals(DemoTerritory.TOWN);
    }
}
