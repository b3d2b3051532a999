package org.yiqiao.request.intake.imports;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.request.intake.SubmissionHome;

/** Accepts files of requests over HTTP and reports the progress of their import. */
@RestController
@Tag(name = "Imports")
class RequestImportController {

    private static final String PERMISSION = "case.import";
    private static final String GZIP = "gzip";
    private static final Set<String> ENCODINGS = Set.of("identity", GZIP);

    private final ImportQueue imports;
    private final ImportReportStore reports;
    private final ImportReportViews views;
    private final UploadSpool spool;
    private final FileOptionsResolver optionsResolver;
    private final AccessPolicy policy;

    RequestImportController(
            ImportQueue imports,
            ImportReportStore reports,
            ImportReportViews views,
            UploadSpool spool,
            FileOptionsResolver optionsResolver,
            AccessPolicy policy) {
        this.imports = imports;
        this.reports = reports;
        this.views = views;
        this.spool = spool;
        this.optionsResolver = optionsResolver;
        this.policy = policy;
    }

    /**
     * Accepts a file of requests and responds before the import.
     *
     * @param source the system that issued the ids in the file; 1 to 20 letters, digits or dashes
     * @param dryRun whether the import only reports its outcome and writes nothing else
     * @param mapping name of the mapping of columns and values; found by the columns if absent
     * @param zone time zone of the times in the file without an offset, such as {@code Asia/Shanghai}
     * @param dates order of month and day in the dates of the file
     * @param charset character set of a text file; detected if absent
     * @param separator character between two fields of a text file; detected if absent
     * @param sheet name of the sheet of a workbook; the first sheet if absent
     * @param datum datum of the coordinates: {@code wgs84} (default), {@code gcj02} or {@code bd09}
     */
    @RequiresPermission(PERMISSION)
    @PostMapping(
            path = "/api/requests/import",
            consumes = {
                "text/csv",
                "application/gzip",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ImportReportView> importRequests(
            @RequestParam(defaultValue = "open311") String source,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String dates,
            @RequestParam(required = false) @Nullable String charset,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String datum,
            Caller caller,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        String name = ImportSource.parse(source);
        FileOptions options = optionsResolver.resolve(
                new FileParameters(mapping, zone, dates, charset, separator, sheet, datum),
                contentTypeCharset(request));
        String id = UUID.randomUUID().toString();
        try {
            imports.enqueue(
                    id,
                    name,
                    dryRun,
                    options,
                    SubmissionHome.of(caller, PERMISSION, policy),
                    spool.store(id + ".csv", isGzip(request), options, request.getInputStream()));
        } catch (InvalidFileException e) {
            throw new RejectedException(e.rejection());
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/requests/import/" + id))
                .body(report(id, locale));
    }

    /**
     * Returns the progress and the result of an import.
     *
     * @param id id of the import
     */
    @RequiresPermission("import.read")
    @GetMapping("/api/requests/import/{id}")
    ImportReportView report(@PathVariable String id, Locale locale) {
        return reports.find(id)
                .map(report -> views.view(id, report, locale))
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("import.unknown").withDetail("id", id)));
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

    private static @Nullable String contentTypeCharset(HttpServletRequest request) {
        return MediaType.parseMediaType(request.getContentType()).getParameter("charset");
    }
}
