package org.yiqiao.request.contacts;

import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;

/** Serves the masked contact of a requester, and the full request and contact to a caller that states a purpose. */
@RestController
@Tag(name = "Contacts")
class ContactController {

    private static final List<String> REQUEST_FIELDS =
            List.of("description", "address", "location", "measures", "history");
    private static final List<String> CONTACT_FIELDS = List.of("name", "phone", "email");

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final ContactStore contacts;
    private final PersonalDataReadAudit readAudit;

    ContactController(
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases,
            ContactStore contacts,
            PersonalDataReadAudit readAudit) {
        this.cases = cases;
        this.contacts = contacts;
        this.readAudit = readAudit;
    }

    /**
     * A contact as callers see it that have stated no purpose.
     *
     * @param name the first letter of the name
     * @param phone the last two digits of the number and, of a long number, the first three
     * @param email the host of the email address
     */
    record MaskedContactView(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {

        static MaskedContactView of(Contact masked) {
            return new MaskedContactView(masked.name(), masked.phone(), masked.email());
        }
    }

    /**
     * A request with its personal data.
     *
     * @param request the request, not masked
     * @param contact contact of the requester; absent if none is known
     */
    record UnmaskedRequestView(
            AggregateView<Case> request, @Nullable Contact contact) {}

    /**
     * Returns the masked contact of the requester.
     *
     * @param id id of the request
     */
    @RequiresPermission("contact.read")
    @GetMapping("/api/requests/{id}/contact")
    MaskedContactView contact(@PathVariable String id, AccessScope accessScope) {
        return contact(find(id, accessScope))
                .map(contact -> MaskedContactView.of(contact.masked()))
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("contact.unknown").withDetail("id", id)));
    }

    /**
     * Returns the request and contact unmasked, after the audit has recorded the caller and the purpose.
     *
     * @param id id of the request
     */
    @RequiresPermission("case.unmask")
    @GetMapping("/api/requests/{id}/unmasked")
    UnmaskedRequestView unmasked(@PathVariable String id, Caller caller, AccessScope accessScope) {
        StoredAggregate<Case> found = find(id, accessScope);
        Optional<Contact> contact = contact(found);
        String requester = found.state().need().requester();
        readAudit.recordRead(
                caller,
                requester == null ? id : requester,
                contact.isPresent() ? requestAndContactFields() : REQUEST_FIELDS);
        return new UnmaskedRequestView(AggregateView.unmasked(found), contact.orElse(null));
    }

    private StoredAggregate<Case> find(String id, AccessScope accessScope) {
        return cases.find(id, accessScope)
                .orElseThrow(() ->
                        new RejectedException(Rejection.notFound("case.unknown").withDetail("id", id)));
    }

    private static List<String> requestAndContactFields() {
        return Stream.concat(REQUEST_FIELDS.stream(), CONTACT_FIELDS.stream()).toList();
    }

    private Optional<Contact> contact(StoredAggregate<Case> request) {
        return Optional.ofNullable(request.state().need().requester()).flatMap(contacts::find);
    }
}
