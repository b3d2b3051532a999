package org.yiqiao.organization.help;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.organization.replicas.EndedHelp;
import org.yiqiao.organization.replicas.KnownRequest;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;

/**
 * Claims an open help request for an organization. The caller needs access to the organization or to the place of the
 * request. If the case has ended the present help, but its release is pending, the claim releases it first.
 */
@NoGeneratedEndpoint
public record Claim(String organization) implements UpdateCommand<Help, HelpEvent, HelpDecisionFacts> {

    @Override
    public Decision<HelpEvent> decide(Help help, DecisionContext<HelpDecisionFacts> context) {
        if (!context.facts().isFiledOrganization().test(organization)) {
            return Rejection.invalid("social-organization.unknown")
                    .withDetail("id", organization)
                    .toDecision();
        }
        Optional<KnownRequest> known = context.facts().requestById().apply(help.request());
        if (known.isEmpty()) {
            return Rejection.invalid("request.unknown")
                    .withDetail("id", help.request())
                    .toDecision();
        }
        RequestStatus request = known.get().status();
        if (!request.open() || request.kind() != RequestKind.HELP) {
            return Rejection.conflict("request.no-open-help").toDecision();
        }
        HelpMatched matched = new HelpMatched(
                help.request(),
                organization,
                request.path(),
                request.requester(),
                known.get().lastSeq());
        String helper = help.organization();
        if (helper == null) {
            return context.accept(matched);
        }
        EndedHelp ended = request.endedHelp();
        if (ended != null && help.isEndedBy(ended.organization(), ended.seq())) {
            return context.accept(List.of(new HelpReleased(help.request(), helper), matched));
        }
        return organization.equals(helper)
                ? context.acceptWithoutEvents()
                : Rejection.conflict("help.taken").toDecision();
    }

    @Override
    public Ownership claims(String request, HelpDecisionFacts facts) {
        return Ownership.ofPath(facts.requestById()
                        .apply(request)
                        .map(known -> known.status().path())
                        .orElse(List.of()))
                .withOrganization(organization);
    }
}
