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
class SpoolSweep {

    static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(SpoolSweep.class);

    private final Spool spool;
    private final ImportReports reports;
    private final Clock clock;

    SpoolSweep(Spool spool, ImportReports reports, Clock clock) {
        this.spool = spool;
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            for (Path file : spool.files()) {
                if (isLeftBehind(file) && Files.deleteIfExists(file)) {
                    log.info("{} was left behind and is deleted", file);
                }
            }
        } catch (IOException | MongoException e) {
            log.warn("Uploads that are left behind could not be looked for; once more in ten minutes", e);
        }
    }

    private boolean isLeftBehind(Path file) throws IOException {
        Optional<ImportReport> report = reports.ofSpool(file.getFileName().toString());
        return report.isPresent() ? report.get().state() != ImportReport.State.RUNNING : isSilent(file);
    }

    private boolean isSilent(Path file) throws IOException {
        Instant silentSince = clock.instant().minus(SILENCE);
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(silentSince);
    }
}
