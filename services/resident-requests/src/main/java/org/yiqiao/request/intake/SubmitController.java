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
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.Origin;
import org.yiqiao.core.aggregate.Outcome;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.request.cases.Submit;
import org.yiqiao.request.contacts.Contact;
import org.yiqiao.request.contacts.ContactBook;
import org.yiqiao.request.replicas.RequestTerritory;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.keys.KeyPlace;
import org.yiqiao.support.privacy.ServiceName;
import org.yiqiao.support.web.CommandEdge;

/**
 * Takes requests in. The contact is kept apart, when the request was accepted and before it is acknowledged; the case knows only
 * a pseudonymous id.
 */
@RestController
class SubmitController {

    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final ContactBook contacts;
    private final RequestTerritory territory;
    private final CommandEdge edge;

    SubmitController(
            CommandHandler<Case, CaseEvent, Neighbourhood> cases,
            ContactBook contacts,
            RequestTerritory territory,
            CommandEdge edge) {
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
            @NotBlank @Size(max = ServiceName.LONGEST) String service,
            @NotBlank @Size(max = 4000) String description,
            @Nullable Point location,
            @Nullable @Size(max = 500) String address,
            @Nullable RequestKind kind,
            @Nullable Channel channel,
            @Nullable @Valid Contact contact) {}

    /** What is known again when it is repeated. */
    record WithContact(Submit command, @Nullable Contact contact) {}

    @Requires("case.submit")
    @PostMapping("/api/requests")
    ResponseEntity<Object> submit(
            @RequestBody @Valid Submission submission, Caller caller, Reach reach, HttpServletRequest request) {
        KeyPlace.check(request, () -> path(submission.location()));
        String id = edge.newId(request);
        Contact contact = submission.contact();
        String requester = Requester.of(caller, reach, id, contact != null);
        Submit command = new Submit(
                submission.service(),
                submission.kind(),
                Objects.requireNonNullElse(submission.channel(), Channel.WEB),
                requester,
                caller.isKey() ? caller.id() : null,
                submission.description(),
                submission.address(),
                submission.location());
        Origin origin = edge.origin(request, new WithContact(command, contact));
        Outcome.Done<Case> done = edge.done(cases.create(id, command, origin));
        if (contact != null) {
            cases.find(id).ifPresent(written -> contacts.keep(requester, contact, written.seal()));
        }
        return edge.created(request, "/api/requests", cases.aggregate(), done);
    }

    private List<String> path(@Nullable Point location) {
        return location == null ? List.of() : territory.map().locate(location);
    }
}
