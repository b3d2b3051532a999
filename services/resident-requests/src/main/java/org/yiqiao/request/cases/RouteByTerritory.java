package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.support.territory.TerritoryMap;

/** Routes an unrouted request by the current territory, after the territory has grown. */
@NoGeneratedEndpoint
public record RouteByTerritory() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        CaseLocation whereabouts = state.whereabouts();
        if (!whereabouts.path().isEmpty()) {
            return context.acceptWithoutEvents();
        }
        TerritoryMap territory = context.facts().territory();
        Point location = whereabouts.location();
        List<String> path = location == null ? List.of() : territory.locate(location);
        Optional<String> township = territory.nearestTownship(location).map(Place::code);
        return township.isEmpty() || (path.isEmpty() && township.get().equals(whereabouts.township()))
                ? context.acceptWithoutEvents()
                : context.accept(new RequestRouted(township.get(), path, RoutingMethod.BY_TERRITORY));
    }
}
