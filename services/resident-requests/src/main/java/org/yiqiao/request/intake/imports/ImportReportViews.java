package org.yiqiao.request.intake.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.edge.web.ProblemMessages;
import org.yiqiao.request.intake.imports.ImportReport.FaultCount;
import org.yiqiao.request.intake.imports.ImportReport.ReportedRow;
import org.yiqiao.request.intake.imports.ImportReportView.FaultView;
import org.yiqiao.request.intake.imports.ImportReportView.RowView;

/** Converts reports of imports to the response in the language of the client. */
@Component
class ImportReportViews {

    private final RejectedRowStore rejectedRows;
    private final ProblemMessages messages;

    ImportReportViews(RejectedRowStore rejectedRows, ProblemMessages messages) {
        this.rejectedRows = rejectedRows;
        this.messages = messages;
    }

    ImportReportView view(String id, ImportReport report, Locale locale) {
        ImportCounts counts = report.counts();
        boolean hasFile = report.finishedAt() != null && counts.rejected() > 0 && rejectedRows.exist(id);
        return new ImportReportView(
                id,
                report.state().name().toLowerCase(Locale.ROOT),
                report.source(),
                report.dryRun(),
                counts.read(),
                counts.imported(),
                counts.updated(),
                counts.unchanged(),
                counts.conflicts(),
                counts.rejected(),
                counts.unrouted(),
                counts.updated() + counts.unchanged() + counts.conflicts(),
                report.faults().stream().map(fault -> view(fault, locale)).toList(),
                view(report.rejections(), locale),
                view(report.conflicts(), locale),
                hasFile ? "/api/requests/import/" + id + "/rejected" : null,
                hasFile ? deletedAt(report) : null,
                report.format(),
                report.failure(),
                report.failure() == null ? null : message(report.failure(), Map.of(), locale),
                report.startedAt(),
                report.finishedAt());
    }

    /** Returns the message of a fault. */
    String message(String code, @Nullable Map<String, String> details, Locale locale) {
        return messages.message(code, details == null ? Map.of() : new HashMap<>(details), locale);
    }

    private @Nullable Instant deletedAt(ImportReport report) {
        return report.finishedAt() == null ? null : rejectedRows.deletedAt(report.finishedAt());
    }

    private List<RowView> view(List<ReportedRow> rows, Locale locale) {
        return rows.stream()
                .map(row -> new RowView(row.line(), row.code(), message(row.code(), row.details(), locale)))
                .toList();
    }

    private FaultView view(FaultCount fault, Locale locale) {
        return new FaultView(
                fault.code(),
                fault.conflict() ? "conflict" : "rejected",
                fault.count(),
                fault.first().line(),
                message(fault.code(), fault.first().details(), locale));
    }
}
