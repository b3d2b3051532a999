package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.privacy.RequestedServiceNameValidator;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Submits a request and routes it by its point. A request without a point, or outside every township, stays unrouted.
 */
@NoGeneratedEndpoint
public record Submit(
        String service,
        @Nullable RequestKind kind,
        IntakeChannel channel,
        @Nullable String requester,
        @Nullable String client,
        String description,
        @Nullable String address,
        @Nullable Point location)
        implements CreateCommand<CaseEvent, CaseDecisionFacts> {

    @Override
    public Decision<CaseEvent> decide(DecisionContext<CaseDecisionFacts> context) {
        Optional<Rejection> rejection = RequestedServiceNameValidator.validate(service);
        if (rejection.isPresent()) {
            return rejection.get().toDecision();
        }
        if (location == null && (address == null || address.isBlank())) {
            return Rejection.invalid("request.no-place").toDecision();
        }
        TerritoryMap territory = context.facts().territory();
        List<String> path = location == null ? List.of() : territory.locate(location);
        return context.accept(new RequestSubmitted(
                service,
                null,
                kind,
                channel,
                territory.nearestTownship(location).map(Place::code).orElse(null),
                path,
                null,
                requester,
                client,
                description,
                address,
                location));
    }
}
