package org.yiqiao.request.intake.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiqiao.core.feed.NotNow;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.spine.Lag;

/** Runs imports one after the other, and after a restart goes on with those that had not ended. */
@Component
class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImportReports reports;
    private final ImportWork work;
    private final RequestTerritory territory;
    private final Lag lag;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 0).factory());

    Imports(ImportReports reports, ImportWork work, RequestTerritory territory, Lag lag) {
        this.reports = reports;
        this.work = work;
        this.territory = territory;
        this.lag = lag;
    }

    /** Accepts a spooled file; its report is there from now on. */
    void start(String id, String source, Path file) throws IOException {
        work.accept(id, source, file);
        runner.execute(() -> run(id));
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        reports.running().forEach(id -> runner.execute(() -> run(id)));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        runner.shutdownNow();
        if (!runner.awaitTermination(5, TimeUnit.SECONDS)) {
            log.warn("An import did not stop in time; it goes on at the next start");
        }
    }

    private void run(String id) {
        try {
            awaitTerritory();
            work.toTheEnd(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.info("Import {} stopped; it goes on at the next start", id);
        }
    }

    /** Waits until the replica holds the territory that is in the log by now, so that the rows are routed by it. */
    private void awaitTerritory() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (lag.of(territory).left() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
        } catch (NotNow e) {
            log.warn("The import starts with the territory that is known", e);
        }
    }
}
