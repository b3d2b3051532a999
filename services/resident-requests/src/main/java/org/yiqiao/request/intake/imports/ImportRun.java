package org.yiqiao.request.intake.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.Origin;
import org.yiqiao.core.aggregate.Outcome;
import org.yiqiao.core.decider.Context;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.request.cases.TakeOver;

/**
 * Imports one spooled file, batch by batch, and keeps its report after each. Rows become aggregates whose ids come from
 * the file, so that a row which a crash or a second import brings again is already present.
 */
final class ImportRun {

    private static final int BATCH = 500;

    private final String id;
    private final Path spool;
    private final ImportReports reports;
    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final Clock clock;
    private final Origin origin;
    private final String source;
    private final ImportProgress progress;
    private final Map<String, TakeOver> batch = new LinkedHashMap<>();

    ImportRun(
            String id,
            ImportReport report,
            Path spool,
            ImportReports reports,
            CommandHandler<Case, CaseEvent, Neighbourhood> cases,
            Clock clock) {
        this.id = id;
        this.spool = spool;
        this.reports = reports;
        this.cases = cases;
        this.clock = clock;
        this.origin = Origin.by(Context.ANONYMOUS, id);
        this.source = report.source();
        this.progress = new ImportProgress(report);
    }

    void toTheEnd() throws IOException, InterruptedException {
        long known = progress.report().read();
        try (InputStream bytes = Files.newInputStream(spool);
                CsvFile file = CsvFile.open(bytes)) {
            Instant now = clock.instant();
            for (long row = 0; file.hasNext(); row++) {
                CsvRecord csv = file.next();
                if (row >= known) {
                    take(csv, file.columns(), now);
                }
                if (batch.size() == BATCH) {
                    write();
                }
            }
            write();
            reports.keep(id, progress.report().ended(null, clock.instant()));
        } catch (FileFault fault) {
            write();
            reports.keep(id, progress.report().ended(fault.rejection().code(), clock.instant()));
        }
    }

    private void take(CsvRecord csv, CsvColumns columns, Instant now) {
        try {
            TakeOver row = RequestRow.read(columns.row(csv), now);
            if (batch.putIfAbsent(source + "-" + row.externalId(), row) != null) {
                progress.alreadyPresent(1);
            }
        } catch (RowFault fault) {
            progress.rejected(csv.getStartingLineNumber(), fault);
        }
    }

    private void write() throws InterruptedException {
        cases.awaitRoom();
        Set<String> present = cases.existing(batch.keySet());
        batch.keySet().removeAll(present);
        progress.alreadyPresent(present.size());
        Map<String, Outcome<Case>> outcomes = cases.createAll(batch, origin);
        progress.alreadyPresent((long) batch.size() - outcomes.size());
        outcomes.forEach((row, outcome) -> {
            switch (outcome) {
                case Outcome.Done<Case> done ->
                    progress.imported(done.state().whereabouts().path().isEmpty());
                case Outcome.Refused<Case>(var rejection) -> throw new IllegalStateException(row + ": " + rejection);
            }
        });
        batch.clear();
        reports.keep(id, progress.report());
    }
}
