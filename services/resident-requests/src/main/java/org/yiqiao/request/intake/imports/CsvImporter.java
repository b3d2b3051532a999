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
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseFacts;
import org.yiqiao.request.cases.ImportRequest;

/**
 * Imports one spooled file, batch by batch, and keeps its report after each. Rows become aggregates whose ids come from
 * the file, so that a row which a crash or a second import brings again is already present.
 */
final class CsvImporter {

    private static final int BATCH_SIZE = 500;

    private final String id;
    private final Path spool;
    private final ImportReportStore reports;
    private final CommandHandler<Case, CaseEvent, CaseFacts> cases;
    private final Clock clock;
    private final CommandMetadata origin;
    private final String source;
    private final ImportProgress progress;
    private final Map<String, ImportRequest> batch = new LinkedHashMap<>();

    CsvImporter(
            String id,
            ImportReport report,
            Path spool,
            ImportReportStore reports,
            CommandHandler<Case, CaseEvent, CaseFacts> cases,
            Clock clock) {
        this.id = id;
        this.spool = spool;
        this.reports = reports;
        this.cases = cases;
        this.clock = clock;
        this.origin = CommandMetadata.of(DecisionContext.ANONYMOUS, id);
        this.source = report.source();
        this.progress = new ImportProgress(report);
    }

    void run() throws IOException, InterruptedException {
        long known = progress.report().read();
        try (InputStream bytes = Files.newInputStream(spool);
                CsvFileReader file = CsvFileReader.open(bytes)) {
            Instant now = clock.instant();
            for (long row = 0; file.hasNext(); row++) {
                CsvRecord csv = file.next();
                if (row >= known) {
                    addRow(csv, file.columns(), now);
                }
                if (batch.size() == BATCH_SIZE) {
                    writeBatch();
                }
            }
            writeBatch();
            reports.save(id, progress.report().finish(null, clock.instant()));
        } catch (InvalidFileException fault) {
            writeBatch();
            reports.save(id, progress.report().finish(fault.rejection().code(), clock.instant()));
        }
    }

    private void addRow(CsvRecord csv, CsvColumns columns, Instant now) {
        try {
            ImportRequest row = RequestRowParser.parse(columns.toRow(csv), now);
            if (batch.putIfAbsent(source + "-" + row.externalId(), row) != null) {
                progress.addAlreadyPresent(1);
            }
        } catch (InvalidRowException fault) {
            progress.addRejected(csv.getStartingLineNumber(), fault);
        }
    }

    private void writeBatch() throws InterruptedException {
        cases.awaitCapacity();
        Set<String> present = cases.findExistingIds(batch.keySet());
        batch.keySet().removeAll(present);
        progress.addAlreadyPresent(present.size());
        Map<String, CommandResult<Case>> outcomes = cases.createAll(batch, origin);
        progress.addAlreadyPresent((long) batch.size() - outcomes.size());
        outcomes.forEach((row, outcome) -> {
            switch (outcome) {
                case CommandResult.Completed<Case> done ->
                    progress.addImported(done.state().whereabouts().path().isEmpty());
                case CommandResult.Rejected<Case>(var rejection) ->
                    throw new IllegalStateException(row + ": " + rejection);
            }
        });
        batch.clear();
        reports.save(id, progress.report());
    }
}
