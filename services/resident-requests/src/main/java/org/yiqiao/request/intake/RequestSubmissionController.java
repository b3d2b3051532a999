package org.yiqiao.request.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseFacts;
import org.yiqiao.request.cases.Submit;
import org.yiqiao.request.contacts.Contact;
import org.yiqiao.request.contacts.ContactStore;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.apikeys.ApiKeyScopeCheck;
import org.yiqiao.support.privacy.ServiceNameValidator;

/**
 * Takes requests in. The contact is kept apart, when the request was accepted and before it is acknowledged; the case knows only
 * a pseudonymous id.
 */
@RestController
class RequestSubmissionController {

    private final CommandHandler<Case, CaseEvent, CaseFacts> cases;
    private final ContactStore contacts;
    private final RequestTerritory territory;
    private final CommandHttpAdapter edge;

    RequestSubmissionController(
            CommandHandler<Case, CaseEvent, CaseFacts> cases,
            ContactStore contacts,
            RequestTerritory territory,
            CommandHttpAdapter edge) {
        this.cases = cases;
        this.contacts = contacts;
        this.territory = territory;
        this.edge = edge;
    }

    /**
     * A request as it comes in.
     *
     * @param service what it is about
     * @param location where; or else an address
     * @param channel WEB unless it says otherwise
     */
    record Submission(
            @NotBlank @Size(max = ServiceNameValidator.MAX_LENGTH)
            String service,

            @NotBlank @Size(max = 4000) String description,
            @Nullable Point location,
            @Nullable @Size(max = 500) String address,
            @Nullable RequestKind kind,
            @Nullable IntakeChannel channel,
            @Nullable @Valid Contact contact) {}

    /** What is known again when it is repeated. */
    record WithContact(Submit command, @Nullable Contact contact) {}

    @RequiresPermission("case.submit")
    @PostMapping("/api/requests")
    ResponseEntity<Object> submit(
            @RequestBody @Valid Submission submission, Caller caller, AccessScope reach, HttpServletRequest request) {
        ApiKeyScopeCheck.requireInScope(request, () -> path(submission.location()));
        String id = edge.newAggregateId(request);
        Contact contact = submission.contact();
        String requester = RequesterResolver.resolve(caller, reach, id, contact != null);
        Submit command = new Submit(
                submission.service(),
                submission.kind(),
                Objects.requireNonNullElse(submission.channel(), IntakeChannel.WEB),
                requester,
                caller.isApiKey() ? caller.id() : null,
                submission.description(),
                submission.address(),
                submission.location());
        CommandMetadata origin = edge.commandMetadata(request, new WithContact(command, contact));
        CommandResult.Completed<Case> done = edge.requireSuccess(cases.create(id, command, origin));
        if (contact != null) {
            cases.find(id).ifPresent(written -> contacts.save(requester, contact, written.encryptionState()));
        }
        return edge.createdResponse(request, "/api/requests", cases.aggregateType(), done);
    }

    private List<String> path(@Nullable Point location) {
        return location == null ? List.of() : territory.map().locate(location);
    }
}
