package org.yiqiao.request.contacts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.audit.PersonalDataReadAudit;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseFacts;

/** The contact of a request's requester, masked; and the whole of a request for whom says what it is needed for. */
@RestController
class ContactController {

    private static final List<String> REQUEST_FIELDS = List.of("description", "address", "location", "measures");
    private static final List<String> CONTACT_FIELDS = List.of("name", "phone", "email");

    private final CommandHandler<Case, CaseEvent, CaseFacts> cases;
    private final ContactStore book;
    private final PersonalDataReadAudit audited;

    ContactController(
            CommandHandler<Case, CaseEvent, CaseFacts> cases, ContactStore book, PersonalDataReadAudit audited) {
        this.cases = cases;
        this.book = book;
        this.audited = audited;
    }

    /**
     * A request as it was made.
     *
     * @param contact of whoever made it, if one is known
     */
    record UnmaskedRequestView(
            AggregateView request, @Nullable Contact contact) {}

    @RequiresPermission("contact.read")
    @GetMapping("/api/requests/{id}/contact")
    Contact contact(@PathVariable String id, AccessScope reach) {
        return cases.find(id, reach)
                .flatMap(this::contact)
                .map(Contact::masked)
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("contact.unknown").withDetail("id", id)));
    }

    /** Unmasked, after it was audited who asked and what for. */
    @RequiresPermission("case.unmask")
    @GetMapping("/api/requests/{id}/unmasked")
    UnmaskedRequestView unmasked(@PathVariable String id, Caller caller, AccessScope reach) {
        StoredAggregate<Case> found = cases.find(id, reach)
                .orElseThrow(() ->
                        new RejectedException(Rejection.notFound("case.unknown").withDetail("id", id)));
        Optional<Contact> contact = contact(found);
        String requester = found.state().need().requester();
        audited.recordRead(
                caller,
                requester == null ? id : requester,
                contact.isPresent() ? requestAndContactFields() : REQUEST_FIELDS);
        return new UnmaskedRequestView(AggregateView.unmasked(found), contact.orElse(null));
    }

    private static List<String> requestAndContactFields() {
        return Stream.concat(REQUEST_FIELDS.stream(), CONTACT_FIELDS.stream()).toList();
    }

    private Optional<Contact> contact(StoredAggregate<Case> request) {
        return Optional.ofNullable(request.state().need().requester()).flatMap(book::find);
    }
}
