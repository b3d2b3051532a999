package org.yiqiao.request.intake.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;

/**
 * Imports one spooled file batch by batch. It stores its report before each batch, together with the outcomes that it
 * plans for the batch. After a crash the import continues with the first row that the report does not count.
 */
final class RequestFileImporter {

    private static final int BATCH_SIZE = 500;

    private final String id;
    private final Path spool;
    private final ImportReportStore reports;
    private final RejectedRowStore rejectedRows;
    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final Clock clock;
    private final ImportReport started;
    private final FileOptions options;
    private final List<String> home;
    private final ImportProgress progress;
    private OutcomePlan interruptedPlan;

    RequestFileImporter(
            String id,
            ImportReport report,
            Path spool,
            ImportReportStore reports,
            RejectedRowStore rejectedRows,
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases,
            Clock clock) {
        this.id = id;
        this.spool = spool;
        this.reports = reports;
        this.rejectedRows = rejectedRows;
        this.cases = cases;
        this.clock = clock;
        this.started = report.dryRun() ? report.restarted() : report; // a dry run has written nothing to continue from
        this.options = FileOptions.fromJson(report.options());
        this.home = Objects.requireNonNullElse(started.home(), List.of());
        this.progress = new ImportProgress(started);
        this.interruptedPlan = OutcomePlan.ofStored(started.plan());
    }

    void run() throws IOException, InterruptedException {
        Instant now = clock.instant();
        RepeatedIds repeatedIds = RepeatedIds.scan(spool, options, now);
        RequestWriter writer = writer(repeatedIds);
        try (RequestFileReader file = RequestFiles.open(spool, options);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            progress.setFormat(file.format());
            ImportRowReader rows = new ImportRowReader(
                    file, repeatedIds, now, BATCH_SIZE, started.counts().read());
            ImportRowReader.Batch batch = rows.next();
            while (!batch.last()) {
                Future<ImportRowReader.Batch> following = executor.submit(rows::next); // while this one is written
                process(batch.rows(), writer);
                batch = await(following);
            }
            process(batch.rows(), writer);
            finish(batch.failure());
        } catch (InvalidFileException e) {
            finish(e.rejection().code());
        }
    }

    private static ImportRowReader.Batch await(Future<ImportRowReader.Batch> batch)
            throws IOException, InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private RequestWriter writer(RepeatedIds repeatedIds) {
        RequestWriter storing = new StoringRequestWriter(cases, id);
        return started.dryRun() ? new SimulatedRequestWriter(cases, storing, clock, repeatedIds::isRepeated) : storing;
    }

    private void process(List<ImportRow> rows, RequestWriter writer) throws InterruptedException {
        if (rows.isEmpty()) {
            return;
        }
        writer.awaitCapacity();
        RequestBatch batch = new RequestBatch(rows, idPrefix(started.source()), writer, interruptedPlan, home);
        batch.decide();
        ImportReport before = progress.report(batch.plan().digits());
        reports.save(id, before);
        List<RowResult> results = batch.write();
        List<RejectedRow> rejected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            count(rows.get(i).raw(), results.get(i), rejected);
        }
        if (!started.dryRun()) {
            rejectedRows.save(id, before.counts().read(), rejected);
        }
        interruptedPlan = OutcomePlan.NONE;
    }

    private void count(FileRecord row, RowResult result, List<RejectedRow> rejected) {
        switch (result.outcome()) {
            case IMPORTED -> progress.addImported(result.unrouted());
            case UPDATED -> progress.addUpdated();
            case UNCHANGED -> progress.addUnchanged();
            case CONFLICT -> progress.addConflict(row.line(), fault(result));
            case REJECTED -> {
                progress.addRejected(row.line(), fault(result));
                rejected.add(new RejectedRow(row.line(), fault(result), row.fields()));
            }
        }
    }

    private static RowFault fault(RowResult result) {
        return Objects.requireNonNull(result.fault());
    }

    private void finish(@Nullable String failure) {
        reports.save(id, progress.report(null).finish(failure, clock.instant()));
    }

    /** The first dash ends the source, so that sources with dashes cannot share the ids of their requests. */
    static String idPrefix(String source) {
        return source.replace('-', '~') + "-";
    }
}
