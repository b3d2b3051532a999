package org.yiqiao.request.intake.imports;

import com.mongodb.MongoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes the uploads that a killed process left behind, at startup and every ten minutes.
 *
 * <p>The file of a running import stays; the file of an ended import is deleted. A file without a report can be an
 * upload in progress, in this or another instance that shares the folder. It is deleted after no write for longer than
 * any upload is allowed to be idle.
 */
@Component
class UploadSpoolCleaner {

    static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(UploadSpoolCleaner.class);

    private final UploadSpool spool;
    private final ImportReportStore reports;
    private final Clock clock;

    UploadSpoolCleaner(UploadSpool spool, ImportReportStore reports, Clock clock) {
        this.spool = spool;
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void deleteOrphanedFiles() {
        try {
            for (Path file : spool.files()) {
                if (isOrphaned(file) && Files.deleteIfExists(file)) {
                    log.info("Deleted the orphaned upload {}", file);
                }
            }
        } catch (IOException | MongoException e) {
            log.warn("Orphaned uploads could not be deleted; retrying in ten minutes", e);
        }
    }

    private boolean isOrphaned(Path file) throws IOException {
        Optional<ImportReport> report =
                reports.findBySpoolFile(file.getFileName().toString());
        return report.isPresent() ? report.get().state() != ImportReport.State.RUNNING : isIdle(file);
    }

    private boolean isIdle(Path file) throws IOException {
        Instant idleSince = clock.instant().minus(IDLE_TIMEOUT);
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(idleSince);
    }
}
