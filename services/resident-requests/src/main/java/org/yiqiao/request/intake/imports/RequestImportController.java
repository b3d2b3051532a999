package org.yiqiao.request.intake.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.ProblemMessages;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.request.intake.SubmissionHome;

/** Accepts files of requests over HTTP and reports the progress of their import. */
@RestController
class RequestImportController {

    private static final String PERMISSION = "case.import";
    private static final String GZIP = "gzip";
    private static final Set<String> ENCODINGS = Set.of("identity", GZIP);
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9]{1,20}");

    private final ImportQueue imports;
    private final ImportReportStore reports;
    private final UploadSpool spool;
    private final ProblemMessages messages;
    private final AccessPolicy policy;

    RequestImportController(
            ImportQueue imports,
            ImportReportStore reports,
            UploadSpool spool,
            ProblemMessages messages,
            AccessPolicy policy) {
        this.imports = imports;
        this.reports = reports;
        this.spool = spool;
        this.messages = messages;
        this.policy = policy;
    }

    record RejectedRowView(long line, String code, String message) {}

    /** The response form of an {@link ImportReport}. */
    record ImportReportView(
            String id,
            String state,
            long read,
            long imported,
            long alreadyPresent,
            long rejected,
            long unrouted,
            List<RejectedRowView> rejections,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String failure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message,

            Instant startedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant finishedAt) {}

    /**
     * Accepts a CSV file with the columns of Open311, plain or gzipped, and responds before the import.
     *
     * @param source the system that issued the ids in the file; 1 to 20 lower-case letters or digits
     */
    @RequiresPermission(PERMISSION)
    @PostMapping(
            path = "/api/requests/import",
            consumes = {"text/csv", "application/gzip"})
    ResponseEntity<ImportReportView> importRequests(
            @RequestParam(defaultValue = "open311") String source,
            Caller caller,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        if (!SOURCE.matcher(source).matches()) {
            throw new RejectedException(Rejection.invalid("import.source"));
        }
        String id = UUID.randomUUID().toString();
        try {
            List<String> home = SubmissionHome.of(caller, PERMISSION, policy);
            imports.enqueue(id, source, home, spool.store(id + ".csv", isGzip(request), request.getInputStream()));
        } catch (InvalidFileException e) {
            throw new RejectedException(e.rejection());
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/requests/import/" + id))
                .body(report(id, locale));
    }

    @RequiresPermission("import.read")
    @GetMapping("/api/requests/import/{id}")
    ImportReportView report(@PathVariable String id, Locale locale) {
        ImportReport report = reports.find(id)
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("import.unknown").withDetail("id", id)));
        return new ImportReportView(
                id,
                report.state().name().toLowerCase(Locale.ROOT),
                report.read(),
                report.imported(),
                report.alreadyPresent(),
                report.rejected(),
                report.unrouted(),
                report.rejections().stream()
                        .map(row -> new RejectedRowView(row.line(), row.code(), message(row.code(), locale)))
                        .toList(),
                report.failure(),
                report.failure() == null ? null : message(report.failure(), locale),
                report.startedAt(),
                report.finishedAt());
    }

    /**
     * Returns whether the request declares a gzip body, by its content type or its content encoding. An undeclared gzip
     * file is accepted too.
     */
    private static boolean isGzip(HttpServletRequest request) {
        String encoding = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_ENCODING), "identity")
                .toLowerCase(Locale.ROOT);
        if (!ENCODINGS.contains(encoding)) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return encoding.equals(GZIP) || request.getContentType().startsWith("application/gzip");
    }

    private String message(String code, Locale locale) {
        return messages.message(code, Map.of(), locale);
    }
}
