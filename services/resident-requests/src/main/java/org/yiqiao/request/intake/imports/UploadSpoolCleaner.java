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
 * Deletes the uploads that a killed process left behind, at the start and every ten minutes. One whose import goes on
 * stays, and one whose import has ended goes. One without a report may just be coming in, here or in another instance that
 * shares the folder: it goes when nothing was written to it for longer than any upload is allowed to be silent.
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
                    log.info("{} was left behind and is deleted", file);
                }
            }
        } catch (IOException | MongoException e) {
            log.warn("Uploads that are left behind could not be looked for; once more in ten minutes", e);
        }
    }

    private boolean isOrphaned(Path file) throws IOException {
        Optional<ImportReport> report =
                reports.findBySpoolFile(file.getFileName().toString());
        return report.isPresent() ? report.get().state() != ImportReport.State.RUNNING : isIdle(file);
    }

    private boolean isIdle(Path file) throws IOException {
        Instant silentSince = clock.instant().minus(IDLE_TIMEOUT);
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(silentSince);
    }
}
