package org.yiqiao.request.intake.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.ImportExternalRequest;

/**
 * Imports one spooled file batch by batch and stores its report after each batch. The ids of the aggregates come from
 * the file, so a row that a crash or a second import repeats is already present.
 */
final class CsvImporter {

    private static final int BATCH_SIZE = 500;

    private final String id;
    private final Path spool;
    private final ImportReportStore reports;
    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final Clock clock;
    private final CommandMetadata metadata;
    private final String source;
    private final List<String> home;
    private final ImportProgress progress;
    private final Map<String, ImportExternalRequest> batch = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();

    CsvImporter(
            String id,
            ImportReport report,
            Path spool,
            ImportReportStore reports,
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases,
            Clock clock) {
        this.id = id;
        this.spool = spool;
        this.reports = reports;
        this.cases = cases;
        this.clock = clock;
        this.metadata = CommandMetadata.of(DecisionContext.ANONYMOUS, id);
        this.source = report.source();
        this.home = Objects.requireNonNullElse(report.home(), List.of());
        this.progress = new ImportProgress(report);
    }

    void run() throws IOException, InterruptedException {
        long alreadyRead = progress.report().read();
        try (InputStream bytes = Files.newInputStream(spool);
                CsvFileReader file = CsvFileReader.open(bytes)) {
            Instant now = clock.instant();
            for (long row = 0; file.hasNext(); row++) {
                CsvRecord csv = file.next();
                if (row >= alreadyRead) {
                    addRow(csv, file.columns(), now);
                }
                if (batch.size() == BATCH_SIZE) {
                    writeBatch();
                }
            }
            writeBatch();
            reports.save(id, progress.report().finish(null, clock.instant()));
        } catch (InvalidFileException e) {
            writeBatch();
            reports.save(id, progress.report().finish(e.rejection().code(), clock.instant()));
        }
    }

    private void addRow(CsvRecord csv, CsvColumns columns, Instant now) {
        try {
            ImportExternalRequest row = RequestRowParser.parse(columns.toRow(csv), now);
            String aggregateId = source + "-" + row.externalId();
            if (batch.putIfAbsent(aggregateId, row.withHome(home)) == null) {
                lines.put(aggregateId, csv.getStartingLineNumber());
            } else {
                progress.addAlreadyPresent(1);
            }
        } catch (InvalidRowException e) {
            progress.addRejected(csv.getStartingLineNumber(), e);
        }
    }

    private void writeBatch() throws InterruptedException {
        cases.awaitCapacity();
        Set<String> present = cases.findExistingIds(batch.keySet());
        batch.keySet().removeAll(present);
        progress.addAlreadyPresent(present.size());
        Map<String, CommandResult<Case>> outcomes = cases.createAll(batch, metadata);
        progress.addAlreadyPresent((long) batch.size() - outcomes.size());
        outcomes.forEach((row, outcome) -> {
            switch (outcome) {
                case CommandResult.Completed<Case> completed ->
                    progress.addImported(completed.state().whereabouts().path().isEmpty());
                case CommandResult.Rejected<Case>(var rejection) ->
                    progress.addRejected(Objects.requireNonNull(lines.get(row)), rejection.code());
            }
        });
        batch.clear();
        lines.clear();
        reports.save(id, progress.report());
    }
}
