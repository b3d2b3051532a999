package org.yiqiao.organization.help;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.organization.replicas.KnownRequests.RequestStatus;

/**
 * Claims an open help request for an organization. The caller needs access to the organization or to the place of the
 * request.
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
        Optional<RequestStatus> request = context.facts().requestById().apply(help.request());
        if (request.isEmpty()) {
            return Rejection.invalid("request.unknown")
                    .withDetail("id", help.request())
                    .toDecision();
        }
        if (!request.get().open() || request.get().kind() != RequestKind.HELP) {
            return Rejection.conflict("request.no-open-help").toDecision();
        }
        if (organization.equals(help.organization())) {
            return context.acceptWithoutEvents();
        }
        return help.organization() == null
                ? context.accept(new HelpMatched(
                        help.request(),
                        organization,
                        request.get().path(),
                        request.get().requester()))
                : Rejection.conflict("help.taken").toDecision();
    }

    @Override
    public Ownership claims(String request, HelpDecisionFacts facts) {
        return Ownership.ofPath(facts.requestById()
                        .apply(request)
                        .map(RequestStatus::path)
                        .orElse(List.of()))
                .withOrganization(organization);
    }
}
