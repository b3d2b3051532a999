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
import org.yiqiao.binding.runtime.ConsumerLagReader;
import org.yiqiao.core.processing.RetryLaterException;
import org.yiqiao.request.replicas.RequestTerritory;

/** Runs imports one after the other, and after a restart goes on with those that had not ended. */
@Component
class ImportQueue {

    private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);
    private static final Duration TERRITORY_TIMEOUT = Duration.ofSeconds(10);

    private final ImportReportStore reports;
    private final ImportRunner work;
    private final RequestTerritory territory;
    private final ConsumerLagReader lag;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 0).factory());

    ImportQueue(ImportReportStore reports, ImportRunner work, RequestTerritory territory, ConsumerLagReader lag) {
        this.reports = reports;
        this.work = work;
        this.territory = territory;
        this.lag = lag;
    }

    /** Accepts a spooled file; its report is there from now on. */
    void enqueue(String id, String source, Path file) throws IOException {
        work.register(id, source, file);
        runner.execute(() -> run(id));
    }

    @EventListener(ApplicationReadyEvent.class)
    void resumeUnfinished() {
        reports.runningImportIds().forEach(id -> runner.execute(() -> run(id)));
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
            work.runToCompletion(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.info("Import {} stopped; it goes on at the next start", id);
        }
    }

    /** Waits until the replica holds the territory that is in the log by now, so that the rows are routed by it. */
    private void awaitTerritory() throws InterruptedException {
        long deadline = System.nanoTime() + TERRITORY_TIMEOUT.toNanos();
        try {
            while (lag.read(territory).remaining() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
        } catch (RetryLaterException e) {
            log.warn("The import starts with the territory that is known", e);
        }
    }
}
