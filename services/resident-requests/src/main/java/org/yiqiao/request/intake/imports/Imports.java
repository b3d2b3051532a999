package org.yiqiao.request.intake.imports;

import com.mongodb.MongoException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.feed.NotNow;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.spine.Lag;

/** Runs imports one after the other, and after a restart goes on with those that had not ended. */
@Component
class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ImportReports reports;
    private final Spool spool;
    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final RequestTerritory territory;
    private final Lag lag;
    private final Clock clock;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 0).factory());

    Imports(
            ImportReports reports,
            Spool spool,
            CommandHandler<Case, CaseEvent, Neighbourhood> cases,
            RequestTerritory territory,
            Lag lag,
            Clock clock) {
        this.reports = reports;
        this.spool = spool;
        this.cases = cases;
        this.territory = territory;
        this.lag = lag;
        this.clock = clock;
    }

    /** Accepts a spooled file; its report is there from now on. */
    void start(String id, String source, Path file) throws IOException {
        reports.keep(
                id, ImportReport.started(source, file.getFileName().toString(), Files.size(file), clock.instant()));
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
            for (ImportReport report = reports.of(id).orElseThrow();
                    report.state() == ImportReport.State.RUNNING;
                    report = reports.of(id).orElseThrow()) {
                attempt(id, report);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.info("Import {} stopped; it goes on at the next start", id);
        }
    }

    private void attempt(String id, ImportReport report) throws InterruptedException {
        Path file = spool.file(report.spool());
        try {
            new ImportRun(id, report, file, reports, cases, clock).toTheEnd();
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            log.error("The file of import {} is gone", id, e);
            reports.keep(id, report.ended("import.file-gone", clock.instant()));
        } catch (MongoException | IOException e) {
            log.warn("Import {} pauses for {}", id, PAUSE, e);
            Thread.sleep(PAUSE);
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            reports.keep(id, reports.of(id).orElse(report).ended("unexpected", clock.instant()));
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
