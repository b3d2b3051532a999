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
import org.yiqiao.request.cases.Neighbourhood;

/** What becomes of a spooled file: a report, then rows, then nothing; it is deleted however its import ends. */
@Component
class ImportWork {

    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ImportReports reports;
    private final Spool spool;
    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final Clock clock;

    ImportWork(ImportReports reports, Spool spool, CommandHandler<Case, CaseEvent, Neighbourhood> cases, Clock clock) {
        this.reports = reports;
        this.spool = spool;
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps the report of an import that is to come, or else deletes its file: whoever uploaded it is told to come again. */
    void accept(String id, String source, Path file) throws IOException {
        try {
            reports.keep(
                    id, ImportReport.started(source, file.getFileName().toString(), Files.size(file), clock.instant()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Imports until the import has ended and its file is deleted; pauses while the store or the disk does not answer. */
    void toTheEnd(String id) throws InterruptedException {
        while (!attempt(id)) {
            Thread.sleep(PAUSE);
        }
    }

    private boolean attempt(String id) throws InterruptedException {
        try {
            ImportReport report = reports.of(id).orElseThrow();
            Path file = spool.file(report.spool());
            if (report.state() == ImportReport.State.RUNNING) {
                run(id, report, file);
            }
            Files.deleteIfExists(file);
            return true;
        } catch (MongoException | IOException e) {
            log.warn("Import {} pauses for {}", id, PAUSE, e);
            return false;
        }
    }

    /** The report says that it has ended, unless there was an outage. */
    private void run(String id, ImportReport report, Path file) throws IOException, InterruptedException {
        try {
            new ImportRun(id, report, file, reports, cases, clock).toTheEnd();
        } catch (NoSuchFileException e) {
            log.error("The file of import {} is gone", id, e);
            reports.keep(id, report.ended("import.file-gone", clock.instant()));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            reports.keep(id, reports.of(id).orElse(report).ended("unexpected", clock.instant()));
        }
    }
}
