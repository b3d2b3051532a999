package org.yiqiao.request.intake.imports;

import com.mongodb.MongoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseFacts;

/** What becomes of a spooled file: a report, then rows, then nothing; it is deleted however its import ends. */
@Component
class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final ImportReportStore reports;
    private final UploadSpool spool;
    private final CommandHandler<Case, CaseEvent, CaseFacts> cases;
    private final Clock clock;

    ImportRunner(
            ImportReportStore reports,
            UploadSpool spool,
            CommandHandler<Case, CaseEvent, CaseFacts> cases,
            Clock clock) {
        this.reports = reports;
        this.spool = spool;
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps the report of an import that is to come, or else deletes its file: whoever uploaded it is told to come again. */
    void register(String id, String source, Path file) throws IOException {
        try {
            reports.save(
                    id, ImportReport.start(source, file.getFileName().toString(), Files.size(file), clock.instant()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Imports until the import has ended and its file is deleted; pauses while the store or the disk does not answer. */
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
            log.warn("Import {} pauses for {}", id, RETRY_DELAY, e);
            return false;
        }
    }

    /** The report says that it has ended, unless there was an outage. */
    private void run(String id, ImportReport report, Path file) throws IOException, InterruptedException {
        try {
            new CsvImporter(id, report, file, reports, cases, clock).run();
        } catch (NoSuchFileException e) {
            log.error("The file of import {} is gone", id, e);
            reports.save(id, report.finish("import.file-gone", clock.instant()));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            reports.save(id, reports.find(id).orElse(report).finish("unexpected", clock.instant()));
        }
    }
}
