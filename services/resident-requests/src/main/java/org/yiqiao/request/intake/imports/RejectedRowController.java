package org.yiqiao.request.intake.imports;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.audit.PersonalDataReadAudit;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** Serves the rejected rows of an import as a file to correct and to send again. */
@RestController
@Tag(name = "Imports")
class RejectedRowController {

    private static final List<String> AUDITED_FIELDS = List.of("rejectedRows");

    private final ImportReportStore reports;
    private final RejectedRowStore rejectedRows;
    private final ImportReportViews views;
    private final PersonalDataReadAudit readAudit;

    RejectedRowController(
            ImportReportStore reports,
            RejectedRowStore rejectedRows,
            ImportReportViews views,
            PersonalDataReadAudit readAudit) {
        this.reports = reports;
        this.rejectedRows = rejectedRows;
        this.views = views;
        this.readAudit = readAudit;
    }

    /**
     * Responds with CSV in the form of the imported file, after the audit has recorded the caller and the purpose. The
     * rows can contain personal data of any person in the file. Only callers with access to a place of the importing
     * operator get them.
     *
     * @param id id of the import
     */
    @RequiresPermission("import.read-rejected")
    @GetMapping(path = "/api/requests/import/{id}/rejected", produces = "text/csv")
    void rejectedRows(
            @PathVariable String id,
            Caller caller,
            AccessScope accessScope,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        FileFormat format = reports.find(id)
                .filter(report ->
                        accessScope.covers(Ownership.ofPath(Objects.requireNonNullElse(report.home(), List.of()))))
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("import.unknown").withDetail("id", id)))
                .format();
        if (format == null || !rejectedRows.exist(id)) {
            throw new RejectedException(
                    Rejection.notFound("import.no-rejected-rows").withDetail("id", id));
        }
        readAudit.recordRead(caller, id, AUDITED_FIELDS);
        response.setContentType(new MediaType("text", "csv", RejectedRowFileWriter.charset(format)).toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rejected-" + id + ".csv")
                        .build()
                        .toString());
        try (RejectedRowFileWriter file = new RejectedRowFileWriter(response.getOutputStream(), format)) {
            rejectedRows.forEach(id, row -> file.write(row, reason(row, locale), reason(row, Locale.ENGLISH)));
        } catch (UncheckedIOException e) { // the client has gone
            throw e.getCause();
        }
    }

    private String reason(RejectedRow row, Locale locale) {
        RowFault fault = row.fault();
        return row.line() + " " + fault.code() + ": " + views.message(fault.code(), fault.details(), locale);
    }
}
