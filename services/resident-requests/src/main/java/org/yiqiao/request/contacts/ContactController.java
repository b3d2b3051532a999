package org.yiqiao.request.contacts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.audit.AuditedReads;
import org.yiqiao.support.web.AggregateView;
import org.yiqiao.support.web.Refused;

/** The contact of a request's requester, masked; and the whole of a request for whom says what it is needed for. */
@RestController
class ContactController {

    private static final List<String> REQUEST = List.of("description", "address", "location", "measures");
    private static final List<String> CONTACT = List.of("name", "phone", "email");

    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final ContactBook book;
    private final AuditedReads audited;

    ContactController(CommandHandler<Case, CaseEvent, Neighbourhood> cases, ContactBook book, AuditedReads audited) {
        this.cases = cases;
        this.book = book;
        this.audited = audited;
    }

    /**
     * A request as it was made.
     *
     * @param contact of whoever made it, if one is known
     */
    record Unmasked(AggregateView request, @Nullable Contact contact) {}

    @Requires("contact.read")
    @GetMapping("/api/requests/{id}/contact")
    Contact contact(@PathVariable String id, Reach reach) {
        return cases.find(id, reach)
                .flatMap(this::contact)
                .map(Contact::masked)
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("contact.unknown").with("id", id)));
    }

    /** Unmasked, after it was audited who asked and what for. */
    @Requires("case.unmask")
    @GetMapping("/api/requests/{id}/unmasked")
    Unmasked unmasked(@PathVariable String id, Caller caller, Reach reach) {
        StoredAggregate<Case> found = cases.find(id, reach)
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("case.unknown").with("id", id)));
        Optional<Contact> contact = contact(found);
        String requester = found.state().need().requester();
        audited.record(caller, requester == null ? id : requester, contact.isPresent() ? both() : REQUEST);
        return new Unmasked(AggregateView.unmasked(found), contact.orElse(null));
    }

    private static List<String> both() {
        return Stream.concat(REQUEST.stream(), CONTACT.stream()).toList();
    }

    private Optional<Contact> contact(StoredAggregate<Case> request) {
        return Optional.ofNullable(request.state().need().requester()).flatMap(book::of);
    }
}
