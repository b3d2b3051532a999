package org.yiqiao.request.contacts;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.web.Refused;

/** The contact of a request's requester, masked. */
@RestController
class ContactController {

    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final ContactBook book;

    ContactController(CommandHandler<Case, CaseEvent, Neighbourhood> cases, ContactBook book) {
        this.cases = cases;
        this.book = book;
    }

    @Requires("contact.read")
    @GetMapping("/api/requests/{id}/contact")
    Contact contact(@PathVariable String id, Reach reach) {
        return cases.find(id, reach)
                .flatMap(found -> book.of(ContactBook.known(id))
                        .or(() -> Optional.ofNullable(found.state().need().requester())
                                .flatMap(book::of)))
                .map(Contact::masked)
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("contact.unknown").with("id", id)));
    }
}
