package org.yiqiao.request.intake.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/** Runs imports one after the other. After a restart it resumes the imports that had not ended. */
@Component
class ImportQueue {

    private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);
    private static final Duration TERRITORY_TIMEOUT = Duration.ofSeconds(10);

    private final ImportReportStore reports;
    private final ImportRunner importRunner;
    private final RequestTerritory territory;
    private final ConsumerLagReader lagReader;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 0).factory());

    ImportQueue(
            ImportReportStore reports,
            ImportRunner importRunner,
            RequestTerritory territory,
            ConsumerLagReader lagReader) {
        this.reports = reports;
        this.importRunner = importRunner;
        this.territory = territory;
        this.lagReader = lagReader;
    }

    /**
     * Queues a spooled file for import. Its report is available when this method returns.
     *
     * @param home scopes of the operator's posts
     */
    void enqueue(String id, String source, boolean dryRun, FileOptions options, List<String> home, Path file)
            throws IOException {
        importRunner.register(id, source, dryRun, options, home, file);
        executor.execute(() -> run(id));
    }

    @EventListener(ApplicationReadyEvent.class)
    void resumeUnfinished() {
        reports.runningImportIds().forEach(id -> executor.execute(() -> run(id)));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
            log.warn("An import did not stop in time; it resumes at the next start");
        }
    }

    private void run(String id) {
        try {
            awaitTerritory();
            importRunner.runToCompletion(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.info("Import {} stopped; it resumes at the next start", id);
        }
    }

    /**
     * Waits until the replica contains all territory events that the topic holds now, so that they route the rows.
     * Gives up after ten seconds.
     */
    private void awaitTerritory() throws InterruptedException {
        long deadline = System.nanoTime() + TERRITORY_TIMEOUT.toNanos();
        try {
            while (lagReader.read(territory).remaining() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
        } catch (RetryLaterException e) {
            log.warn("The consumer lag is unknown; the import starts with the current territory", e);
        }
    }
}
