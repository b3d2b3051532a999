package org.yiqiao.request.intake.imports;

import com.mongodb.MongoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;

/**
 * Runs the import of a spooled file: registers its report, imports its rows, and deletes the file after every outcome.
 */
@Component
class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final ImportReportStore reports;
    private final UploadSpool spool;
    private final RejectedRowStore rejectedRows;
    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final Clock clock;

    ImportRunner(
            ImportReportStore reports,
            UploadSpool spool,
            RejectedRowStore rejectedRows,
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases,
            Clock clock) {
        this.reports = reports;
        this.spool = spool;
        this.rejectedRows = rejectedRows;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Stores the report of a pending import. If that fails, deletes the file; the client gets an error and uploads
     * again.
     *
     * @param home scopes of the operator's posts
     */
    void register(String id, String source, boolean dryRun, FileOptions options, List<String> home, Path file)
            throws IOException {
        try {
            reports.save(
                    id,
                    ImportReport.start(
                            source,
                            file.getFileName().toString(),
                            Files.size(file),
                            dryRun,
                            options,
                            home,
                            clock.instant()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Runs the import until it has ended and its file is deleted. Retries while the store or the disk is unavailable.
     */
    void runToCompletion(String id) throws InterruptedException {
        while (!attempt(id)) {
            Thread.sleep(RETRY_DELAY);
        }
    }

    private boolean attempt(String id) throws InterruptedException {
        try {
            ImportReport report = reports.find(id).orElseThrow();
            Path file = spool.file(report.spool());
            if (report.state() == ImportReport.State.RUNNING) {
                run(id, report, file);
            }
            Files.deleteIfExists(file);
            return true;
        } catch (MongoException | IOException e) {
            log.warn("Import {} paused after an outage; retrying in {}", id, RETRY_DELAY, e);
            return false;
        }
    }

    /** Runs the import once. Afterwards the report is final, unless there was an outage. */
    private void run(String id, ImportReport report, Path file) throws IOException, InterruptedException {
        try {
            new RequestFileImporter(id, report, file, reports, rejectedRows, cases, clock).run();
        } catch (NoSuchFileException e) {
            log.error("The file of import {} is missing", id, e);
            reports.save(id, report.finish("import.file-gone", clock.instant()));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            reports.save(id, reports.find(id).orElse(report).finish("unexpected", clock.instant()));
        }
    }
}
