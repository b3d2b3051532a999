package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;

/**
 * Submits a request for a matter of a patrol. Grid management has located the matter, so its point is never too far. If
 * the replica of the territory is behind, the request has the place of the matter.
 *
 * @param path codes of the places of the matter, from the township down
 */
@NoGeneratedEndpoint
public record SubmitMatter(String service, String description, Point location, List<String> path, String reporter)
        implements CreateCommand<CaseEvent, CaseDecisionFacts> {

    @Override
    public Decision<CaseEvent> decide(DecisionContext<CaseDecisionFacts> context) {
        Optional<Rejection> rejection =
                RequestedServiceNameValidator.validate(service, context.facts().territory()::contains);
        if (rejection.isPresent()) {
            return rejection.get().toDecision();
        }
        List<String> located = context.facts().territory().locate(location);
        List<String> place = located.size() >= path.size() ? located : path;
        return context.accept(new RequestSubmitted(
                service,
                null,
                RequestKind.REPORT,
                IntakeChannel.GRID_MEMBER,
                place.isEmpty() ? null : place.getFirst(),
                place,
                null,
                reporter,
                null,
                description,
                null,
                location));
    }
}
