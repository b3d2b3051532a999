package org.yiqiao.organization.help;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.organization.replicas.KnownRequests.KnownRequest;

/** An organization takes an open help request on; who claims it reaches the organization or the place of the request. */
@Automatic
public record Claim(String organization) implements Command<Help, HelpEvent, OpenNeeds> {

    @Override
    public Decision<HelpEvent> decide(Help help, Context<OpenNeeds> context) {
        if (!context.facts().isFiled().test(organization)) {
            return Rejection.invalid("social-organization.unknown")
                    .with("id", organization)
                    .decided();
        }
        Optional<KnownRequest> request = context.facts().request().apply(help.request());
        if (request.isEmpty()) {
            return Rejection.notFound("request.unknown")
                    .with("id", help.request())
                    .decided();
        }
        if (!request.get().open() || request.get().kind() != RequestKind.HELP) {
            return Rejection.conflict("request.no-open-help").decided();
        }
        if (organization.equals(help.organization())) {
            return context.nothingToDo();
        }
        return help.organization() == null
                ? context.accept(new HelpMatched(
                        help.request(), organization, request.get().path()))
                : Rejection.conflict("help.taken").decided();
    }

    @Override
    public Belonging takes(String request, OpenNeeds needs) {
        return Belonging.in(
                        needs.request().apply(request).map(KnownRequest::path).orElse(List.of()))
                .andOrganization(organization);
    }
}
