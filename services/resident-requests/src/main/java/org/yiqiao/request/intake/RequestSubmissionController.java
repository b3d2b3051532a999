package org.yiqiao.request.intake;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.HomeTownship;
import org.yiqiao.request.cases.Submit;
import org.yiqiao.request.contacts.Contact;
import org.yiqiao.request.contacts.ContactStore;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.apikeys.ApiKeyScopeCheck;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;
import org.yiqiao.support.territory.NullIsland;

/**
 * Accepts requests over HTTP. The contact is stored separately, after the request is accepted and before the response
 * is sent. The case contains only a pseudonymous id.
 */
@RestController
@Tag(name = "Case")
class RequestSubmissionController {

    private static final String PERMISSION = "case.submit";

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final ContactStore contacts;
    private final RequestTerritory territory;
    private final CommandHttpAdapter httpAdapter;
    private final AccessPolicy policy;

    RequestSubmissionController(
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases,
            ContactStore contacts,
            RequestTerritory territory,
            CommandHttpAdapter httpAdapter,
            AccessPolicy policy) {
        this.cases = cases;
        this.contacts = contacts;
        this.territory = territory;
        this.httpAdapter = httpAdapter;
        this.policy = policy;
    }

    /**
     * The body of a submission.
     *
     * @param service name of the service that the request concerns
     * @param description report of the requester, in free text
     * @param location required unless there is an address; the point 0,0 counts as no location. A request without a
     *     location belongs to the township of the caller's post or API key
     * @param address the place in words
     * @param kind kind of the request; can be set later
     * @param channel WEB if absent
     * @param contact contact of the requester; a field that is absent keeps its stored value
     */
    record Submission(
            @NotBlank @Size(max = RequestedServiceNameValidator.MAX_LENGTH)
            String service,

            @NotBlank @Size(max = 4000) String description,
            @Nullable Point location,
            @Nullable @Size(max = 500) String address,
            @Nullable RequestKind kind,
            @Nullable IntakeChannel channel,
            @Nullable @Valid Contact contact) {

        /** Returns the contact; null if it has no field. */
        @Nullable
        Contact givenContact() {
            return contact == null || contact.hasNoField() ? null : contact;
        }
    }

    /** The content that identifies a repeated submission. */
    record WithContact(Submit command, @Nullable Contact contact) {}

    /** Submits a request and stores the contact of its requester. The service finds the place by the coordinates. */
    @RequiresPermission(PERMISSION)
    @PostMapping("/api/requests")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AggregateView<Case>> submit(
            @RequestBody @Valid Submission submission,
            Caller caller,
            AccessScope accessScope,
            HttpServletRequest request) {
        Point location = NullIsland.toNull(submission.location());
        List<String> home = SubmissionHome.of(caller, PERMISSION, policy);
        if (location != null) {
            ApiKeyScopeCheck.requireInScope(request, () -> territory.map().locate(location));
        }
        String id = httpAdapter.newAggregateId(request);
        Contact contact = submission.givenContact();
        String requester = RequesterResolver.resolve(caller, accessScope, id, contact != null);
        Submit command = new Submit(
                submission.service(),
                submission.kind(),
                Objects.requireNonNullElse(submission.channel(), IntakeChannel.WEB),
                requester,
                caller.isApiKey() ? caller.id() : null,
                submission.description(),
                submission.address(),
                submission.location(),
                home);
        CommandMetadata metadata = httpAdapter
                .commandMetadata(request, new WithContact(command, contact))
                .withAccessScope(location == null ? scopeWithTownship(accessScope, home) : accessScope);
        CommandResult.Completed<Case> completed = httpAdapter.requireSuccess(cases.create(id, command, metadata));
        if (contact != null) {
            cases.find(id).ifPresent(stored -> contacts.save(requester, contact, stored.encryptionState()));
        }
        return httpAdapter.createdResponse(request, "/api/requests", cases.aggregateType(), completed);
    }

    private AccessScope scopeWithTownship(AccessScope accessScope, List<String> home) {
        return SubmissionHome.includeTownship(accessScope, HomeTownship.find(home, territory.map()));
    }
}
