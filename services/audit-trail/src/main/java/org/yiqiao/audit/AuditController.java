package org.yiqiao.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Filters;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.openapi.OperationName;
import org.yiqiao.edge.web.Page;
import org.yiqiao.edge.web.RejectedException;

/** Serves the audit to auditors, in pages and as a file, and verifies it. */
@RestController
@Tag(name = "Audit")
final class AuditController {

    private static final String VERIFICATION = "/api/audit/verify";
    private static final int PAGE = 2_000;

    private final AuditChainRepository audit;
    private final AuditVerificationService verifications;

    AuditController(AuditChainRepository audit, AuditVerificationService verifications) {
        this.audit = audit;
        this.verifications = verifications;
    }

    /**
     * An entry as shown to an auditor.
     *
     * @param seq sequence of the entry
     * @param at time of the request
     * @param operation name of the operation, or the HTTP method if the request was rejected before it was known
     * @param target path of the request without its query, or the data subject of a read of personal data
     * @param caller pseudonymous id of the caller
     * @param posts posts of the caller
     * @param address anonymized network address of the caller
     * @param purpose purpose that the caller stated; empty without one
     * @param correlation correlation id of the request
     * @param refers sequence of the entry with the outcome that this entry completes; absent if it completes none
     * @param outcome HTTP status or problem code of the response
     * @param detail names of the fields that were read, never their content
     * @param hash hash of this entry and of the one before
     */
    record AuditEntryView(
            long seq,
            Instant at,
            String operation,
            String target,
            String caller,
            List<String> posts,
            String address,
            String purpose,
            String correlation,
            @Nullable Long refers,
            String outcome,
            String detail,
            String hash) {

        static AuditEntryView of(AuditChainLink link) {
            AuditEntry entry = link.entry();
            return new AuditEntryView(
                    link.seq(),
                    entry.at(),
                    entry.operation(),
                    entry.target(),
                    entry.caller(),
                    entry.posts().isEmpty()
                            ? List.of()
                            : Arrays.asList(entry.posts().split(" ", -1)),
                    entry.address(),
                    entry.purpose(),
                    entry.correlation(),
                    entry.refers() == 0 ? null : entry.refers(),
                    entry.outcome(),
                    entry.detail(),
                    link.hash());
        }
    }

    /**
     * Returns entries in the order of their sequence.
     *
     * @param after sequence of the last entry of the previous page; 0 for the first page
     * @param limit size of the page, 1 to 500
     * @param caller pseudonymous id of a caller; only its entries
     * @param operation name of an operation; only its entries
     * @param from start of a period, inclusive
     * @param to end of a period, exclusive
     */
    @RequiresPermission("audit.read")
    @GetMapping("/api/audit")
    Page<AuditEntryView> list(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String caller,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        List<Bson> conditions = new ArrayList<>();
        if (caller != null) {
            conditions.add(eq("caller", caller));
        }
        if (operation != null) {
            conditions.add(eq("operation", operation));
        }
        if (from != null) {
            conditions.add(gte("at", Date.from(from)));
        }
        if (to != null) {
            conditions.add(lt("at", Date.from(to)));
        }
        Bson condition = conditions.isEmpty() ? new Document() : Filters.and(conditions);
        List<AuditEntryView> found =
                audit.findAfter(after, Long.MAX_VALUE, condition, Page.requireValidLimit(limit) + 1).stream()
                        .map(AuditEntryView::of)
                        .toList();
        return Page.of(found, limit, entry -> Long.toString(entry.seq()));
    }

    /**
     * Exports the entries after a sequence as CSV, up to the current end of the chain.
     *
     * @param after sequence; 0 for all entries
     */
    @RequiresPermission("audit.export")
    @GetMapping(path = "/api/audit/export", produces = "text/csv")
    void export(@RequestParam(defaultValue = "0") long after, HttpServletResponse response) throws IOException {
        long last = audit.currentHead().seq();
        List<AuditChainLink> page = audit.findAfter(after, last, new Document(), PAGE);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"yiqiao-audit.csv\"");
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(AuditCsvCodec.COLUMNS);
            while (!page.isEmpty()) {
                page.forEach(link -> AuditCsvCodec.write(csv, link));
                page = audit.findAfter(page.getLast().seq(), last, new Document(), PAGE);
            }
        }
    }

    /**
     * Starts a verification of the whole chain.
     *
     * @param head known heads of the chain at earlier times, as {@code seq:hash}
     */
    @RequiresPermission("audit.verify")
    @PostMapping(VERIFICATION)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<AuditVerificationView> verify(@RequestParam(defaultValue = "") List<String> head) {
        List<AuditChainHead> known = head.stream()
                .map(text -> AuditChainHeadParser.parse(text)
                        .orElseThrow(() -> new RejectedException(Rejection.malformed("audit.head"))))
                .toList();
        return ResponseEntity.accepted().location(URI.create(VERIFICATION)).body(verifications.start(known));
    }

    /** Returns the progress and the result of the last verification of this process. */
    @RequiresPermission("audit.verify")
    @OperationName("auditVerificationRead")
    @GetMapping(VERIFICATION)
    AuditVerificationView verification() {
        return verifications
                .lastProgress()
                .orElseThrow(() -> new RejectedException(Rejection.notFound("audit.not-verified")));
    }
}
