package org.yiqiao.request.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.yiqiao.support.territory.NullIsland;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Submits a request and routes it by its point. A request without a point, or outside every township, stays unrouted.
 * A point far from every township is refused.
 *
 * @param location the point 0,0 counts as no point
 * @param home scopes of the caller's posts; a request without a point belongs to their township. They are no part of
 *     the content by which a repeated submission is recognized
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
        @Nullable Point location,
        @JsonIgnore List<String> home)
        implements CreateCommand<CaseEvent, CaseDecisionFacts> {

    @Override
    public Decision<CaseEvent> decide(DecisionContext<CaseDecisionFacts> context) {
        TerritoryMap territory = context.facts().territory();
        Optional<Rejection> rejection = RequestedServiceNameValidator.validate(service, territory::contains);
        if (rejection.isPresent()) {
            return rejection.get().toDecision();
        }
        Point point = NullIsland.toNull(location);
        if (point == null && (address == null || address.isBlank())) {
            return Rejection.invalid("request.no-place").toDecision();
        }
        return switch (Placement.of(point, home, context.facts())) {
            case Placement.TooFar tooFar -> tooFar.toRejection().toDecision();
            case Placement.Placed(var township, var path) ->
                context.accept(new RequestSubmitted(
                        service,
                        null,
                        kind,
                        channel,
                        township,
                        path,
                        null,
                        requester,
                        client,
                        description,
                        address,
                        point));
        };
    }
}
